import { randomBytes, randomInt } from "node:crypto";
import type { TeamsMeeting } from "./meeting.ts";

export function newTeamsMeeting(of: {
  tenantId: string;
  organizerId: string;
  /** In which channel; null: in none. */
  channel: { id: string; now: Date } | null;
}): TeamsMeeting {
  const threadId =
    of.channel?.id ??
    `19:meeting_${randomBytes(36).toString("base64url")}@thread.v2`;
  const messageId = of.channel
    ? String(of.channel.now.getTime() * 1000 + randomInt(1000))
    : null;
  const context = JSON.stringify({ Tid: of.tenantId, Oid: of.organizerId });
  return {
    threadId,
    ...(messageId !== null && { messageId }),
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(threadId)}/${messageId ?? "0"}?context=${encodeURIComponent(context)}`,
    meetingCode: Array.from({ length: 5 }, () =>
      String(randomInt(1000)).padStart(3, "0"),
    ).join(" "),
    passcode: randomBytes(6).toString("base64url"),
  };
}

/** What tells one Teams meeting from all others. */
export function meetingPlace(meeting: TeamsMeeting): {
  threadId: string;
  messageId: string;
} {
  return { threadId: meeting.threadId, messageId: meeting.messageId ?? "0" };
}

const rule = "_".repeat(80);

/** The block that Teams writes into the body of an online meeting, in its form of 2025. */
function meetingBlob(meeting: TeamsMeeting): string {
  const link = escapeAttribute(meeting.joinUrl);
  return `<br>
<div class="me-email-text" lang="en-US" style="max-width:1024px; color:#242424; font-family:'Segoe UI','Helvetica Neue',Helvetica,Arial,sans-serif">
<div aria-hidden="true" style="margin-bottom:24px; overflow:hidden; white-space:nowrap">
${rule}</div>
<div style="margin-bottom:12px"><span class="me-email-text" style="font-size:24px; font-weight:700; margin-right:12px">Microsoft Teams</span>
<a href="https://aka.ms/JoinTeamsMeeting?omkt=en-US" id="meet_invite_block.action.help" class="me-email-link" style="font-size:14px; text-decoration:underline; color:#5B5FC7">
Need help?</a> </div>
<div style="margin-bottom:6px"><a href="${link}" id="meet_invite_block.action.join_link" title="Meeting join link" class="me-email-headline" style="font-size:20px; font-weight:600; text-decoration:underline; color:#5B5FC7">Join the meeting now</a>
</div>
<div style="margin-bottom:6px"><span class="me-email-text-secondary" style="font-size:14px; color:#616161">Meeting ID:
</span><span class="me-email-text" style="font-size:14px; color:#242424">${meeting.meetingCode}</span>
</div>
<div style="margin-bottom:32px"><span class="me-email-text-secondary" style="font-size:14px; color:#616161">Passcode:
</span><span class="me-email-text" style="font-size:14px; color:#242424">${meeting.passcode}</span>
</div>
<div aria-hidden="true" style="margin-top:24px; margin-bottom:6px; overflow:hidden; white-space:nowrap">
${rule}</div>
</div>`;
}

/**
 * Graph: Update event: a body without the meeting blob disables the online meeting. Exchange
 * rewrites white space, so that does not count.
 */
export function holdsBlob(bodyHtml: string, meeting: TeamsMeeting): boolean {
  return squeeze(bodyHtml).includes(squeeze(meetingBlob(meeting).slice(4)));
}

export function appendBlob(bodyHtml: string, meeting: TeamsMeeting): string {
  const blob = meetingBlob(meeting);
  const end = bodyHtml.toLowerCase().lastIndexOf("</body>");
  return end === -1
    ? bodyHtml + blob
    : `${bodyHtml.slice(0, end)}${blob}\n${bodyHtml.slice(end)}`;
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
