import { escapeHtml } from "./body-html.ts";
import type { ExchangeServer } from "./exchange-server.ts";
import type {
  CalendarCopy,
  Mail,
  MailKind,
  MailedVersion,
  Meeting,
  MeetingContent,
} from "./meeting.ts";
import { standingIn, type MeetingStanding } from "./meeting-options.ts";
import { localTimeOf } from "./time-zone.ts";

interface MailView {
  id: string;
  kind: MailKind;
  subject: string;
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  receivedAt: string;
  bodyHtml: string;
  eventId: string | null;
  isRead: boolean;
}

export interface EventView {
  id: string;
  subject: string;
  start: { dateTime: string; timeZone: string };
  end: { dateTime: string; timeZone: string };
  startsAt: string;
  endsAt: string;
  /** Whole days of the start's zone. */
  isAllDay: boolean;
  location: string;
  bodyHtml: string;
  joinUrl: string | null;
  organizer: { name: string; address: string };
  isOrganizer: boolean;
  attendees: {
    name: string;
    address: string;
    response: string;
    time: string | null;
  }[];
  myResponse: string;
  isCancelled: boolean;
  isOnlineMeeting: boolean;
  /** Who the reader is in the Teams meeting; null where there is none. */
  inMeeting: MeetingStanding | null;
}

export interface MailboxView {
  mails: MailView[];
  events: EventView[];
}

/** A mailbox as its owner sees it: mails newest first, events by start. */
export function viewMailbox(
  server: ExchangeServer,
  owner: { address: string; name: string },
): MailboxView {
  const { mailboxes, simulation } = server;
  const address = owner.address.toLowerCase();
  const now = simulation.clock.now().toISOString();
  const person = simulation.directory.personByAddress(address);
  const organized = person ? mailboxes.meetingsOf(person.id) : [];
  return {
    mails: mailboxes
      .mailsOf(address)
      .filter((mail) => mail.receivedAt <= now)
      .map((mail) => viewMail(server, mail, owner))
      // Mails of one moment: the later one first, too.
      .reverse()
      .toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)),
    events: [
      ...organized.map((meeting) => viewOrganized(server, meeting)),
      ...mailboxes
        .copiesOf(address)
        .map((copy) => viewCopy(server, copy, owner)),
    ].toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  };
}

export function viewCopy(
  server: ExchangeServer,
  copy: CalendarCopy,
  owner: { address: string; name: string },
): EventView {
  const version = server.mailboxes.version(copy.meetingId, copy.version);
  return {
    ...viewContent(server, owner.address, copy.meetingId, version),
    isOrganizer: false,
    attendees: seenAttendees(version, owner).map((attendee) => ({
      ...attendee,
      // Only the organizer's copy holds the others' answers.
      response: isSame(attendee, owner) ? copy.response : "none",
      time: isSame(attendee, owner) ? copy.respondedAt : null,
    })),
    myResponse: copy.response,
    isCancelled: copy.isCancelled,
  };
}

function viewOrganized(server: ExchangeServer, meeting: Meeting): EventView {
  const version = server.mailboxes.version(meeting.id, meeting.mailedVersion);
  return {
    ...viewContent(server, version.organizer.address, meeting.id, {
      ...version,
      content: meeting.content,
    }),
    isOrganizer: true,
    attendees: meeting.attendees.map((row) => ({
      name: row.name,
      address: row.address,
      response: row.response,
      time: row.respondedAt,
    })),
    myResponse: "organizer",
    isCancelled: meeting.isCancelled ?? false,
  };
}

function viewContent(
  server: ExchangeServer,
  reader: string,
  id: string,
  version: MailedVersion,
) {
  const { content, organizer } = version;
  return {
    id,
    subject: content.subject,
    start: localTime(content.startsAt, content.startTimeZone),
    end: localTime(content.endsAt, content.endTimeZone),
    startsAt: content.startsAt,
    endsAt: content.endsAt,
    isAllDay: content.isAllDay,
    location: content.locations.map((place) => place.displayName).join("; "),
    bodyHtml: content.bodyHtml,
    joinUrl: content.teamsMeeting?.joinUrl ?? null,
    organizer,
    isOnlineMeeting: content.teamsMeeting !== null,
    inMeeting:
      content.teamsMeeting &&
      standingIn(server, {
        teamsMeeting: content.teamsMeeting,
        organizer: organizer.address,
        reader,
      }),
  };
}

function viewMail(
  server: ExchangeServer,
  mail: Mail,
  owner: { address: string; name: string },
): MailView {
  const version =
    mail.meetingId !== null && mail.version !== null
      ? server.mailboxes.version(mail.meetingId, mail.version)
      : null;
  return {
    id: mail.id,
    kind: mail.kind,
    subject: mail.subject,
    from: mail.from,
    to: version ? seenAttendees(version, owner) : [owner],
    receivedAt: mail.receivedAt,
    bodyHtml: mailBody(mail, version?.content),
    eventId: mail.meetingId,
    isRead: mail.isRead,
  };
}

function mailBody(mail: Mail, content: MeetingContent | undefined): string {
  const text =
    mail.text === ""
      ? ""
      : `<p>${escapeHtml(mail.text).replaceAll("\n", "<br>")}</p>`;
  if (!content) return text;
  return /<body[^>]*>/i.test(content.bodyHtml)
    ? content.bodyHtml.replace(/<body[^>]*>/i, (tag) => `${tag}${text}`)
    : text + content.bodyHtml;
}

/** Graph: event resource, hideAttendees: each attendee sees only themselves. */
function seenAttendees(
  version: MailedVersion,
  owner: { address: string; name: string },
): { name: string; address: string }[] {
  if (!version.content.hideAttendees) return version.attendees;
  const own = version.attendees.filter((attendee) => isSame(attendee, owner));
  return own.length > 0 ? own : [{ name: owner.name, address: owner.address }];
}

function isSame(a: { address: string }, b: { address: string }): boolean {
  return a.address.toLowerCase() === b.address.toLowerCase();
}

function localTime(instant: string, timeZone: string) {
  return { dateTime: localTimeOf(new Date(instant), timeZone), timeZone };
}
