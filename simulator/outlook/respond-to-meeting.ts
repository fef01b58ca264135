import {
  newItemId,
  notifyOf,
  organizerOf,
  type ExchangeServer,
} from "./exchange-server.ts";
import type {
  AttendeeResponseStatus,
  CalendarCopy,
  Meeting,
  MeetingAttendee,
} from "./meeting.ts";

export type GivenResponse = Exclude<AttendeeResponseStatus, "none">;

export type RespondResult =
  | { ok: true; copy: CalendarCopy }
  | { ok: false; reason: "notInvited" | "cancelled" };

const prefixes: Record<GivenResponse, string> = {
  accepted: "Accepted: ",
  tentativelyAccepted: "Tentative: ",
  declined: "Declined: ",
};

/**
 * Graph: event: accept, tentativelyAccept, decline: the answer is set in the attendee's own copy;
 * unless sendResponse is false, it is mailed to the organizer, whose copy then holds it too.
 */
export function respondToMeeting(
  server: ExchangeServer,
  answer: {
    address: string;
    meetingId: string;
    response: GivenResponse;
    comment?: string;
    sendResponse?: boolean;
  },
): RespondResult {
  const { address, meetingId, response, comment = "" } = answer;
  const { mailboxes, simulation } = server;
  const copy = mailboxes.copy(address, meetingId);
  if (!copy) return { ok: false, reason: "notInvited" };
  if (copy.isCancelled) return { ok: false, reason: "cancelled" };
  const respondedAt = simulation.clock.now().toISOString();
  const answered: CalendarCopy = { ...copy, response, respondedAt };
  mailboxes.putCopy(answered);
  const meeting = mailboxes.meeting(meetingId);
  const isSent =
    (answer.sendResponse ?? true) && meeting?.content.responseRequested;
  if (meeting && isSent) {
    tellOrganizer(server, meeting, { address, response, respondedAt, comment });
  }
  simulation.changes.announce("mailboxes");
  return { ok: true, copy: answered };
}

function tellOrganizer(
  server: ExchangeServer,
  meeting: Meeting,
  answer: {
    address: string;
    response: GivenResponse;
    respondedAt: string;
    comment: string;
  },
): void {
  const { mailboxes, simulation } = server;
  const person = simulation.directory.personByAddress(answer.address);
  const name = person?.displayName ?? answer.address;
  const from = { name, address: person?.mail ?? answer.address };
  mailboxes.putMail({
    id: newItemId(),
    address: organizerOf(server, meeting).mail.toLowerCase(),
    kind: "response",
    subject: prefixes[answer.response] + meeting.content.subject,
    from,
    receivedAt: answer.respondedAt,
    text: answer.comment,
    meetingId: meeting.id,
    version: null,
    isRead: false,
  });
  let saved = meeting;
  const { notificationsPerAnswer } = simulation.settings.current();
  for (let save = 0; save < notificationsPerAnswer; save += 1) {
    saved = withAnswer(server, saved, { ...answer, from });
    mailboxes.putMeeting(saved);
    notifyOf(server, saved, "updated");
  }
}

function withAnswer(
  server: ExchangeServer,
  meeting: Meeting,
  answer: {
    from: { name: string; address: string };
    response: GivenResponse;
    respondedAt: string;
  },
): Meeting {
  const { from, response, respondedAt } = answer;
  const isOwnRow = (row: MeetingAttendee) =>
    row.address.toLowerCase() === from.address.toLowerCase();
  const hasRow = meeting.attendees.some(isOwnRow);
  const getsRow =
    !hasRow && server.simulation.settings.current().listMembersGetRows;
  const rows: MeetingAttendee[] = getsRow
    ? [
        ...meeting.attendees,
        { ...from, type: "required", response: "none", respondedAt: null },
      ]
    : meeting.attendees;
  return {
    ...meeting,
    revision: meeting.revision + 1,
    lastModifiedAt: respondedAt,
    attendees: rows.map((row) =>
      isOwnRow(row) ? { ...row, response, respondedAt } : row,
    ),
  };
}
