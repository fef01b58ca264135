import { toHtmlDocument } from "./body-html.ts";
import {
  invitedRow,
  teamsMeetingFor,
  type Body,
  type InvitedAttendee,
} from "./create-meeting.ts";
import { deliver, mailNewVersion } from "./deliver.ts";
import {
  notifyOf,
  organizerOf,
  type ExchangeServer,
} from "./exchange-server.ts";
import type {
  ExtendedProperty,
  Meeting,
  MeetingAttendee,
  MeetingContent,
  PersonalMarks,
} from "./meeting.ts";
import { expandRecipients } from "./recipients.ts";
import { exceedsRecipientLimit } from "./sending-limits.ts";
import { appendBlob, holdsBlob } from "./teams-meeting.ts";

/** What a PATCH names; what it does not name stays. */
export interface MeetingChange {
  content: Partial<Omit<MeetingContent, "bodyHtml" | "teamsMeeting">>;
  body?: Body;
  personal: Partial<PersonalMarks>;
  /** The whole new list. */
  attendees?: InvitedAttendee[];
  isOnlineMeeting?: boolean;
  extendedProperties?: ExtendedProperty[];
}

export type UpdateResult =
  { kind: "updated"; meeting: Meeting } | { kind: "recipientLimit" };

/**
 * Graph: Update event: when only attendees are named, only those who were added or removed are
 * mailed; anything else mails everybody, whether or not its value really differs.
 */
export function updateMeeting(
  server: ExchangeServer,
  before: Meeting,
  change: MeetingChange,
): UpdateResult {
  const after = changed(server, before, change);
  const { added, removed, kept } = compareRows(before, after);
  const mailsEverybody =
    namesContent(server, change) || removesListMember(server, after, removed);
  const mailed =
    added.length + removed.length + (mailsEverybody ? kept.length : 0);
  if (exceedsRecipientLimit(server, before.organizerId, mailed)) {
    return { kind: "recipientLimit" };
  }
  if (mailed === 0) {
    server.mailboxes.putMeeting(after);
    notifyOf(server, after, "updated");
    return { kind: "updated", meeting: after };
  }
  const meeting = mailNewVersion(server, after);
  server.mailboxes.putMeeting(meeting);
  mailChange(server, meeting, { added, removed, kept, mailsEverybody });
  if (movesResponses(server, before, after)) resetCopies(server, meeting);
  notifyOf(server, meeting, "updated");
  return { kind: "updated", meeting };
}

interface RowChanges {
  added: MeetingAttendee[];
  removed: MeetingAttendee[];
  kept: MeetingAttendee[];
}

function mailChange(
  server: ExchangeServer,
  meeting: Meeting,
  changes: RowChanges & { mailsEverybody: boolean },
): void {
  const { added, removed, kept, mailsEverybody } = changes;
  const { directory } = server.simulation;
  const address = organizerOf(server, meeting).mail;
  const stays = expandRecipients(directory, kept, address).addresses;
  const comes = expandRecipients(directory, added, address).addresses;
  deliver(server, { kind: "invitation", meeting, rows: added, except: stays });
  // Who leaves with one row and stays with another (a list, say) is not told off.
  deliver(server, {
    kind: "cancellation",
    meeting,
    rows: removed,
    except: [...stays, ...comes],
  });
  if (mailsEverybody) deliver(server, { kind: "update", meeting, rows: kept });
}

function changed(
  server: ExchangeServer,
  before: Meeting,
  change: MeetingChange,
): Meeting {
  const attendees = change.attendees
    ? mergeRows(server, before.attendees, change.attendees)
    : before.attendees;
  const after: Meeting = {
    ...before,
    revision: before.revision + 1,
    lastModifiedAt: server.simulation.clock.now().toISOString(),
    content: {
      ...before.content,
      ...change.content,
      ...bodyAndTeams(server, before, change),
    },
    personal: { ...before.personal, ...change.personal },
    attendees,
    extendedProperties: change.extendedProperties
      ? mergeProperties(before.extendedProperties, change.extendedProperties)
      : before.extendedProperties,
  };
  return movesResponses(server, before, after)
    ? { ...after, attendees: after.attendees.map(withoutAnswer) }
    : after;
}

/** A body that has lost the blob ends the online meeting; once online, the flag itself is ignored. */
function bodyAndTeams(
  server: ExchangeServer,
  before: Meeting,
  change: MeetingChange,
): Pick<MeetingContent, "bodyHtml" | "teamsMeeting"> {
  const { content } = before;
  const bodyHtml = change.body ? toHtmlDocument(change.body) : content.bodyHtml;
  if (content.teamsMeeting) {
    const keeps = holdsBlob(bodyHtml, content.teamsMeeting);
    return { bodyHtml, teamsMeeting: keeps ? content.teamsMeeting : null };
  }
  const teamsMeeting = change.isOnlineMeeting
    ? teamsMeetingFor(server, organizerOf(server, before))
    : null;
  return {
    bodyHtml: teamsMeeting ? appendBlob(bodyHtml, teamsMeeting) : bodyHtml,
    teamsMeeting,
  };
}

/** The organizer cannot set answers: rows that stay keep theirs, whatever was sent. */
function mergeRows(
  server: ExchangeServer,
  before: MeetingAttendee[],
  wanted: InvitedAttendee[],
): MeetingAttendee[] {
  const byAddress = new Map(before.map((row) => [key(row), row]));
  return wanted.map((row) => ({
    ...invitedRow(server, row),
    ...pickAnswer(byAddress.get(key(row))),
  }));
}

function withoutAnswer(row: MeetingAttendee): MeetingAttendee {
  return { ...row, response: "none", respondedAt: null };
}

function pickAnswer(row: MeetingAttendee | undefined) {
  return row ? { response: row.response, respondedAt: row.respondedAt } : {};
}

function mergeProperties(
  before: ExtendedProperty[],
  wanted: ExtendedProperty[],
): ExtendedProperty[] {
  const ids = new Set(wanted.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...wanted];
}

function compareRows(before: Meeting, after: Meeting): RowChanges {
  const earlier = new Set(before.attendees.map(key));
  const later = new Set(after.attendees.map(key));
  return {
    added: after.attendees.filter((row) => !earlier.has(key(row))),
    removed: before.attendees.filter((row) => !later.has(key(row))),
    kept: after.attendees.filter((row) => earlier.has(key(row))),
  };
}

function namesContent(server: ExchangeServer, change: MeetingChange): boolean {
  const namesShared =
    Object.keys(change.content).length > 0 ||
    change.body !== undefined ||
    change.isOnlineMeeting !== undefined;
  const namesPersonal =
    Object.keys(change.personal).length > 0 ||
    change.extendedProperties !== undefined;
  const { personalChangesMailAttendees } = server.simulation.settings.current();
  return namesShared || (namesPersonal && personalChangesMailAttendees);
}

/** Graph: Update event: removing somebody who was invited by a list mails everybody. */
function removesListMember(
  server: ExchangeServer,
  after: Meeting,
  removed: MeetingAttendee[],
): boolean {
  const { directory } = server.simulation;
  return removed.some(({ address }) => {
    const person = directory.personByAddress(address);
    return after.attendees.some((row) =>
      directory
        .distributionList(row.address)
        ?.memberIds.includes(person?.id ?? ""),
    );
  });
}

/** Outlook asks everybody to answer again when the time changes. */
function movesResponses(
  server: ExchangeServer,
  before: Meeting,
  after: Meeting,
): boolean {
  const isMoved =
    before.content.startsAt !== after.content.startsAt ||
    before.content.endsAt !== after.content.endsAt;
  return isMoved && server.simulation.settings.current().moveResetsResponses;
}

function resetCopies(server: ExchangeServer, meeting: Meeting): void {
  for (const address of server.mailboxes.holdersOf(meeting.id)) {
    const copy = server.mailboxes.copy(address, meeting.id);
    if (!copy) continue;
    server.mailboxes.putCopy({
      ...copy,
      response: "notResponded",
      respondedAt: null,
    });
  }
}

function key(row: { address: string }): string {
  return row.address.toLowerCase();
}
