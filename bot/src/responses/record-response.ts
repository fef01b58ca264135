import { sql } from "kysely";
import type { Answer } from "../../contract/answer.ts";
import type { Db, Trx } from "../db/database.ts";
import { gather } from "../db/gather.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import { eventChanged } from "../events/event-changed.ts";
import { lockEvents, type EventWithWaves } from "../events/event-store.ts";
import { addAttendee, type AddDeps } from "./add-attendee.ts";
import { asStoodBefore } from "./answer-undo.ts";
import {
  decidePrecedence,
  type AnswerSource,
  type CurrentAnswer,
} from "./attendee-response.ts";

/** Somebody's answer as it arrived. */
interface ArrivingAnswer {
  /** Lower case. */
  address: string;
  displayName: string;
  /** Known when the person answered in the product. */
  objectId: string | null;
  answer: Answer;
  answeredAt: Date;
  answeredIn: AnswerSource;
  /** The wave whose Outlook event tells it. */
  wave?: number;
  /** The schedule that the person saw; undefined when the answer's time has to tell. */
  scheduleVersion?: number;
}

/**
 * - `recorded`; `unchanged`: an answer that the rule of precedence does not take
 * - `otherSchedule`: the event has been moved since the person looked
 * - `closed`: the event is cancelled, or gone
 * - `notInvited`: and the event is not open to others
 */
export type ResponseOutcome =
  "recorded" | "unchanged" | "otherSchedule" | "closed" | "notInvited";

interface RecorderDeps extends AddDeps {
  db: Db;
}

interface Recording {
  eventId: string;
  answers: readonly ArrivingAnswer[];
}

/**
 * The one way in which answers are written, wherever they were given: in one transaction, with the event
 * locked, each by the rule of precedence. Answers with one outcome each, in order.
 */
export type RecordResponses = (
  eventId: string,
  answers: readonly ArrivingAnswer[],
) => Promise<ResponseOutcome[]>;

/** Opens the recorder. Answers that arrive while a transaction runs share the next one. */
export function openResponseRecorder(deps: RecorderDeps): RecordResponses {
  const record = gather((recordings: Recording[]) =>
    recordAll(deps, recordings),
  );
  return (eventId, answers) => record({ eventId, answers });
}

/** What a transaction has to write in the end. */
interface Changes {
  /** By id: the newest of each attendee. */
  attendees: Map<string, AttendeeRow>;
  given: { attendee: AttendeeRow; event: EventRow; before: CurrentAnswer }[];
  eventIds: Set<string>;
}

async function recordAll(
  deps: RecorderDeps,
  recordings: readonly Recording[],
): Promise<ResponseOutcome[][]> {
  return deps.db.transaction().execute(async (trx) => {
    const events = await lockEvents(
      trx,
      recordings.map(({ eventId }) => eventId),
    );
    const known = await findAttendees(trx, recordings);
    const changes: Changes = {
      attendees: new Map(),
      given: [],
      eventIds: new Set(),
    };
    const outcomes: ResponseOutcome[][] = [];
    for (const { eventId, answers } of recordings) {
      const event = events.get(eventId);
      const ofEvent: ResponseOutcome[] = [];
      for (const arriving of answers)
        ofEvent.push(
          !event || event.cancelled
            ? "closed"
            : await decide(trx, deps, { event, known, changes, arriving }),
        );
      outcomes.push(ofEvent);
    }
    await write(trx, deps, changes);
    return outcomes;
  });
}

async function decide(
  trx: Trx,
  deps: RecorderDeps,
  given: {
    event: EventWithWaves;
    known: Map<string, AttendeeRow>;
    changes: Changes;
    arriving: ArrivingAnswer;
  },
): Promise<ResponseOutcome> {
  const { event, known, changes, arriving } = given;
  const { scheduleVersion = event.schedule_version } = arriving;
  if (scheduleVersion !== event.schedule_version) return "otherSchedule";
  const key = keyOf(event.id, arriving.address);
  const before = known.get(key);
  const isFromOutlook = arriving.answeredIn === "outlook";
  const isInvited = before && (before.wanted || isFromOutlook);
  if (!isInvited && !isFromOutlook && !event.open) return "notInvited";
  const row = isInvited
    ? before
    : await addAttendee(trx, deps, { event, known: before, arriving });
  if (row !== before) changes.eventIds.add(event.id);
  known.set(key, row);
  const current = currentAnswer(row);
  const decision = decidePrecedence({
    current,
    incoming: arriving,
    schedule: scheduleSeen(event, arriving.wave ?? row.wave),
  });
  if (!decision.ok) return "unchanged";
  const attendee = {
    ...row,
    answer: decision.answer,
    answered_at: decision.answeredAt,
    answered_in: decision.answeredIn,
    object_id: row.object_id ?? arriving.objectId,
  };
  known.set(key, attendee);
  changes.attendees.set(attendee.id, attendee);
  changes.given.push({ attendee, event, before: current });
  changes.eventIds.add(event.id);
  return "recorded";
}

/** When the time was sent to the people of a wave. */
function scheduleSeen(event: EventWithWaves, number: number) {
  const wave = event.waves.find((each) => each.number === number);
  const isSent = wave?.published_schedule_version === event.schedule_version;
  return {
    sentAt: isSent ? wave.schedule_sent_at : null,
    // A time that was restored after somebody had moved the event in Outlook is sent with new content.
    isFirst: event.schedule_version === 1 && wave?.content_version === 1,
  };
}

function keyOf(eventId: string, address: string): string {
  return `${eventId} ${address}`;
}

async function findAttendees(
  trx: Trx,
  recordings: readonly Recording[],
): Promise<Map<string, AttendeeRow>> {
  const asked = recordings.flatMap(({ eventId, answers }) =>
    answers.map(({ address }) => ({ eventId, address })),
  );
  const rows = await trx
    .selectFrom("attendees")
    .where(
      sql<boolean>`(event_id, address) in (
        select * from unnest(
          ${asked.map(({ eventId }) => eventId)}::uuid[],
          ${asked.map(({ address }) => address)}::text[]
        )
      )`,
    )
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [keyOf(row.event_id, row.address), row]));
}

async function write(
  trx: Trx,
  deps: RecorderDeps,
  changes: Changes,
): Promise<void> {
  if (changes.given.length > 0) await writeAnswers(trx, deps, changes);
  if (changes.eventIds.size > 0)
    await eventChanged(deps, trx, ...changes.eventIds);
}

/** The newest answer of each attendee, and all of them as their history, in one statement. */
async function writeAnswers(
  trx: Trx,
  deps: RecorderDeps,
  { given, attendees }: Changes,
): Promise<void> {
  const newest = [...attendees.values()];
  await sql`
    with history as (
      insert into answers
        (attendee_id, answer, answered_at, answered_in, schedule_version, stood_before, recorded_at)
      select *, ${deps.clock.now()}::timestamptz from unnest(
        ${given.map(({ attendee }) => attendee.id)}::uuid[],
        ${given.map(({ attendee }) => attendee.answer)}::text[],
        ${given.map(({ attendee }) => attendee.answered_at)}::timestamptz[],
        ${given.map(({ attendee }) => attendee.answered_in)}::text[],
        ${given.map(({ event }) => event.schedule_version)}::integer[],
        ${given.map(stoodBefore)}::jsonb[]
      )
      on conflict do nothing
    )
    update attendees set
      answer = newest.answer, answered_at = newest.answered_at,
      answered_in = newest.answered_in, object_id = newest.object_id
    from unnest(
      ${newest.map(({ id }) => id)}::uuid[],
      ${newest.map(({ answer }) => answer)}::text[],
      ${newest.map(({ answered_at }) => answered_at)}::timestamptz[],
      ${newest.map(({ answered_in }) => answered_in)}::text[],
      ${newest.map(({ object_id }) => object_id)}::text[]
    ) as newest(id, answer, answered_at, answered_in, object_id)
    where attendees.id = newest.id
  `.execute(trx);
}

/** Kept with answers that can be taken back here; those of Outlook are changed there. */
function stoodBefore({
  attendee,
  before,
}: Changes["given"][number]): string | null {
  return attendee.answered_in === "outlook"
    ? null
    : JSON.stringify(asStoodBefore(before));
}

function currentAnswer(row: AttendeeRow): CurrentAnswer {
  return row.answer === "none" || !row.answered_at || !row.answered_in
    ? { answer: "none" }
    : {
        answer: row.answer,
        answeredAt: row.answered_at,
        answeredIn: row.answered_in,
      };
}
