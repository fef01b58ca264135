import type { Answer } from "../../contract/answer.ts";
import type {
  AnswerBefore,
  AttendancePerson,
} from "../../contract/attendance.ts";
import type {
  AttendanceFacts,
  Invited,
  Tick,
  Visit,
} from "./attendance-facts.ts";
import { openMatch, type Identity } from "./match-person.ts";
import { timeInMeeting } from "./time-in-meeting.ts";

/** A person of an event's attendance, with what they are made of. */
export interface MergedPerson extends AttendancePerson {
  objectId: string | null;
  /** Nothing tells them from others of whom nothing is known. */
  isNameless: boolean;
  /** Of the rows in `attendees`; none: was not invited. */
  attendeeIds: readonly string[];
  visitIds: readonly string[];
  tickIds: readonly string[];
}

interface Draft extends Identity {
  invited: Invited[];
  visits: Visit[];
  ticks: Tick[];
}

/**
 * Puts invitations, records of attendance reports and ticks in the room together: one entry a person, by name. Somebody
 * is the same by object id, else by address; people without either are told apart by their name, and by nothing where
 * Teams tells no name. Each invitation, visit and tick is part of exactly one entry, but for the service account's
 * visits, which are part of none. Pure; the order of what is given makes no difference.
 */
export function mergeAttendance(facts: AttendanceFacts): MergedPerson[] {
  const match = openMatch<Draft>(facts.known, (identity) => ({
    ...identity,
    invited: [],
    visits: [],
    ticks: [],
  }));
  // Those with more to tell them by come first: who is known by less is then found among them.
  const invited = inOrder(facts.invited);
  for (const row of invited)
    match
      .find({ objectId: row.objectId, address: row.address, name: null })
      .invited.push(row);
  const byAttendee = new Map(
    match
      .people()
      .flatMap((draft) => draft.invited.map(({ id }) => [id, draft] as const)),
  );
  for (const visit of inOrder(facts.visits)) {
    if (isOrganizer(visit, facts.organizer)) continue;
    const name = visit.displayName && `${visit.kind} ${visit.displayName}`;
    match.find({ ...visit, name: name || null }).visits.push(visit);
  }
  for (const tick of inOrder(facts.ticks)) {
    // Who has no more than a name may be who was in the meeting by that name: a guest, unless it was said otherwise.
    const draft =
      byAttendee.get(tick.attendeeId ?? "") ??
      match.find({
        ...tick,
        name: `${tick.kind ?? "guest"} ${tick.displayName}`,
      });
    draft.ticks.push(tick);
  }
  return match.people().map(asPerson).toSorted(comesBefore);
}

/** The order of the list: by name, and by key among people of one name. */
export function comesBefore(
  a: Pick<MergedPerson, "displayName" | "key">,
  b: Pick<MergedPerson, "displayName" | "key">,
): number {
  return (
    compare(a.displayName.toLowerCase(), b.displayName.toLowerCase()) ||
    compare(a.key, b.key)
  );
}

function isOrganizer(
  visit: Visit,
  organizer: AttendanceFacts["organizer"],
): boolean {
  if (!organizer) return false;
  if (visit.objectId !== null) return visit.objectId === organizer.objectId;
  return visit.address !== null && organizer.addresses.includes(visit.address);
}

function asPerson(draft: Draft): MergedPerson {
  const [invited] = draft.invited;
  const [visit] = draft.visits;
  const [tick] = draft.ticks;
  return {
    key: keyOf(draft),
    displayName:
      draft.knownName ??
      invited?.displayName ??
      (visit?.displayName || tick?.displayName || nameless(visit)),
    address: invited?.address ?? draft.addresses[0] ?? null,
    kind: kindOf(draft),
    answer: answerOf(draft.invited),
    inRoom: draft.ticks.length > 0,
    inMeeting: timeInMeeting(draft.visits),
    objectId: draft.objectId,
    isNameless: isNameless(draft),
    attendeeIds: draft.invited.map(({ id }) => id),
    visitIds: draft.visits.map(({ id }) => id),
    tickIds: draft.ticks.map(({ id }) => id),
  };
}

/** The same for the same person whenever it is looked at, as far as they can be told. */
function keyOf({ invited, visits, ticks, ...draft }: Draft): string {
  if (invited[0]) return `attendee ${invited[0].id}`;
  if (draft.objectId !== null) return `person ${draft.objectId}`;
  if (draft.addresses[0] !== undefined) return `address ${draft.addresses[0]}`;
  if (draft.name !== null) return `name ${draft.name}`;
  return `visit ${visits[0]?.id ?? ticks[0]?.id ?? ""}`;
}

function isNameless({ objectId, addresses, name }: Identity): boolean {
  return objectId === null && addresses.length === 0 && name === null;
}

function nameless(visit: Visit | undefined): string {
  return visit?.kind === "phone" ? "Somebody by phone" : "Unknown guest";
}

function kindOf(draft: Draft): AttendancePerson["kind"] {
  const { invited, visits, objectId, knownName } = draft;
  if (knownName !== null || visits.some(({ kind }) => kind === "person"))
    return "person";
  if (visits[0]) return visits[0].kind;
  return invited.length > 0 || objectId !== null ? "person" : "guest";
}

/** Of somebody who is invited by two addresses the answer that says most. */
const bySaying: readonly Answer[] = [
  "accepted",
  "tentative",
  "declined",
  "none",
];

function answerOf(invited: readonly Invited[]): AnswerBefore {
  if (invited.length === 0) return "notInvited";
  return (
    bySaying.find((answer) => invited.some((row) => row.answer === answer)) ??
    "none"
  );
}

/** What is known by an object id first, then by an address, then the rest; each by id. */
function inOrder<
  T extends { id: string; objectId: string | null; address: string | null },
>(rows: readonly T[]): T[] {
  const rank = ({ objectId, address }: T) =>
    objectId !== null ? 0 : address !== null ? 1 : 2;
  return rows.toSorted((a, b) => rank(a) - rank(b) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
