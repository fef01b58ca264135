import { randomBytes } from "node:crypto";
import type { Person } from "../world/world-seed.ts";
import { toHtmlDocument } from "./body-html.ts";
import { deliver, mailNewVersion } from "./deliver.ts";
import { newItemId, notifyOf, type ExchangeServer } from "./exchange-server.ts";
import type {
  ExtendedProperty,
  Meeting,
  MeetingAttendee,
  MeetingContent,
  PersonalMarks,
  TeamsMeeting,
} from "./meeting.ts";
import { exceedsRecipientLimit } from "./sending-limits.ts";
import { appendBlob, newTeamsMeeting } from "./teams-meeting.ts";

export type InvitedAttendee = Pick<
  MeetingAttendee,
  "address" | "name" | "type"
>;

export interface Body {
  contentType: "html" | "text";
  content: string;
}

export interface MeetingDraft {
  content: Omit<MeetingContent, "bodyHtml" | "teamsMeeting">;
  body: Body;
  isOnlineMeeting: boolean;
  personal: PersonalMarks;
  attendees: InvitedAttendee[];
  transactionId: string | null;
  extendedProperties: ExtendedProperty[];
}

export type CreateResult =
  | { kind: "created"; meeting: Meeting }
  /** The transactionId was used before. */
  | { kind: "duplicate"; meeting: Meeting }
  | { kind: "recipientLimit" };

/** Graph: Create event: the invitations go out at once. */
export function createMeeting(
  server: ExchangeServer,
  organizer: Person,
  draft: MeetingDraft,
): CreateResult {
  const first =
    draft.transactionId === null
      ? undefined
      : server.mailboxes.meetingByTransaction(
          organizer.id,
          draft.transactionId,
        );
  if (first) return { kind: "duplicate", meeting: first };
  if (exceedsRecipientLimit(server, organizer.id, draft.attendees.length)) {
    return { kind: "recipientLimit" };
  }
  const now = server.simulation.clock.now().toISOString();
  const unsent: Meeting = {
    id: newItemId(),
    organizerId: organizer.id,
    iCalUId: newICalUId(),
    transactionId: draft.transactionId,
    createdAt: now,
    lastModifiedAt: now,
    revision: 1,
    mailedVersion: 0,
    content: {
      ...draft.content,
      ...bodyAndTeams(server, organizer, draft),
    },
    personal: draft.personal,
    attendees: draft.attendees.map((row) => invitedRow(server, row)),
    extendedProperties: draft.extendedProperties,
  };
  const meeting = mailNewVersion(server, unsent);
  server.mailboxes.putMeeting(meeting);
  deliver(server, { kind: "invitation", meeting, rows: meeting.attendees });
  notifyOf(server, meeting, "created");
  return { kind: "created", meeting };
}

/** An account without a Teams licence gets an event without a meeting, and no error. */
export function teamsMeetingFor(
  server: ExchangeServer,
  organizer: Person,
): TeamsMeeting | null {
  const { settings, directory, clock } = server.simulation;
  const isLicensed =
    !organizer.isServiceAccount ||
    settings.current().serviceAccountTeamsLicense;
  if (!isLicensed) return null;
  return newTeamsMeeting({
    tenantId: directory.tenant.id,
    organizerId: organizer.id,
    channel:
      settings.current().teamsMeetingPlace === "channel"
        ? { id: directory.teams[0]?.id ?? "", now: clock.now() }
        : null,
  });
}

/** An attendee who has not answered; Exchange fills in the name that the directory knows. */
export function invitedRow(
  server: ExchangeServer,
  attendee: InvitedAttendee,
): MeetingAttendee {
  const { directory } = server.simulation;
  const known =
    directory.personByAddress(attendee.address)?.displayName ??
    directory.distributionList(attendee.address)?.name;
  const isNamed = attendee.name !== attendee.address;
  return {
    ...attendee,
    name: isNamed ? attendee.name : (known ?? attendee.name),
    response: "none",
    respondedAt: null,
  };
}

function bodyAndTeams(
  server: ExchangeServer,
  organizer: Person,
  draft: MeetingDraft,
): Pick<MeetingContent, "bodyHtml" | "teamsMeeting"> {
  const teamsMeeting = draft.isOnlineMeeting
    ? teamsMeetingFor(server, organizer)
    : null;
  const html = toHtmlDocument(draft.body);
  return {
    bodyHtml: teamsMeeting ? appendBlob(html, teamsMeeting) : html,
    teamsMeeting,
  };
}

function newICalUId(): string {
  const random = randomBytes(24).toString("hex").toUpperCase();
  return `040000008200E00074C5B7101A82E008${random}`;
}
