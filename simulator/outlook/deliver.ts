import {
  newItemId,
  organizerOf,
  type ExchangeServer,
} from "./exchange-server.ts";
import type { MailKind, Meeting, MeetingAttendee } from "./meeting.ts";
import { bookSending } from "./sending-limits.ts";
import { expandRecipients } from "./recipients.ts";

type MeetingMailKind = Extract<
  MailKind,
  "invitation" | "update" | "cancellation"
>;

const prefixes: Record<MeetingMailKind, string> = {
  invitation: "",
  update: "Updated: ",
  cancellation: "Canceled: ",
};

/** Keeps the current content as the version that the mails of this change refer to. */
export function mailNewVersion(
  server: ExchangeServer,
  meeting: Meeting,
): Meeting {
  const organizer = organizerOf(server, meeting);
  const mailedVersion = meeting.mailedVersion + 1;
  server.mailboxes.putVersion(meeting.id, mailedVersion, {
    content: meeting.content,
    organizer: { name: organizer.displayName, address: organizer.mail },
    attendees: meeting.attendees.map(({ name, address }) => ({
      name,
      address,
    })),
  });
  return { ...meeting, mailedVersion };
}

/** One meeting message to the people behind some rows, with its effect on their calendars. */
export function deliver(
  server: ExchangeServer,
  message: {
    kind: MeetingMailKind;
    meeting: Meeting;
    rows: Pick<MeetingAttendee, "address">[];
    /** Not to these, whatever the rows say. */
    except?: string[];
    comment?: string;
  },
): void {
  const { kind, meeting, rows, except = [], comment = "" } = message;
  if (rows.length === 0) return;
  const { directory } = server.simulation;
  const organizer = organizerOf(server, meeting);
  const recipients = expandRecipients(directory, rows, organizer.mail);
  const receivedAt = bookSending(server, organizer.id, rows.length);
  for (const address of recipients.addresses) {
    if (except.includes(address)) continue;
    server.mailboxes.putMail({
      id: newItemId(),
      address,
      kind,
      subject: prefixes[kind] + meeting.content.subject,
      from: { name: organizer.displayName, address: organizer.mail },
      receivedAt,
      text: comment,
      meetingId: meeting.id,
      version: meeting.mailedVersion,
      isRead: false,
    });
    changeCalendar(server, { kind, meeting, address });
  }
  for (const address of recipients.undeliverable) {
    bounce(server, { meeting, address });
  }
  server.simulation.changes.announce("mailboxes");
}

function changeCalendar(
  server: ExchangeServer,
  change: { kind: MeetingMailKind; meeting: Meeting; address: string },
): void {
  const { kind, meeting, address } = change;
  const copy = server.mailboxes.copy(address, meeting.id);
  // A cancellation of something that the person has already removed changes nothing.
  if (kind === "cancellation" && !copy) return;
  server.mailboxes.putCopy({
    meetingId: meeting.id,
    address,
    version: meeting.mailedVersion,
    response: copy && kind !== "invitation" ? copy.response : "notResponded",
    respondedAt: copy && kind !== "invitation" ? copy.respondedAt : null,
    isCancelled: kind === "cancellation",
  });
}

/** Exchange Online: non-delivery report for an address that does not exist (5.1.10). */
function bounce(
  server: ExchangeServer,
  message: { meeting: Meeting; address: string },
): void {
  const { meeting, address } = message;
  const organizer = organizerOf(server, meeting);
  server.mailboxes.putMail({
    id: newItemId(),
    address: organizer.mail.toLowerCase(),
    kind: "message",
    subject: `Undeliverable: ${meeting.content.subject}`,
    from: {
      name: "Microsoft Outlook",
      address: `postmaster@${server.simulation.directory.tenant.domain}`,
    },
    receivedAt: server.simulation.clock.now().toISOString(),
    text: `Your message to ${address} couldn't be delivered. ${address} wasn't found at ${server.simulation.directory.tenant.domain}.`,
    meetingId: null,
    version: null,
    isRead: false,
  });
}
