import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Trx } from "../db/database.ts";
import { placeNewcomers } from "../audience/place-attendees.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { addJoin } from "../events/wave-store.ts";
import type { AnswerSource } from "./attendee-response.ts";

/** People who join within this time share one change of the Outlook event, in milliseconds. */
const joinBatchMs = 2000;

interface Newcomer {
  event: EventRow;
  /** Their row, where they were invited once and taken off again. */
  known: AttendeeRow | undefined;
  arriving: {
    address: string;
    displayName: string;
    objectId: string | null;
    answeredIn: AnswerSource;
    /** The wave whose Outlook event lists them; absent when they join by themselves. */
    wave?: number;
  };
}

export interface AddDeps {
  clock: Clock;
  enqueue: Enqueue;
  /** Most attendees of one Outlook event. */
  waveSize: number;
}

/**
 * Adds somebody who answers and is not among the attendees: Outlook lists them (a forwarded invitation, a
 * member of a list), or they join an open event. The event is locked by the caller.
 */
export async function addAttendee(
  trx: Trx,
  deps: AddDeps,
  given: Newcomer,
): Promise<AttendeeRow> {
  const { event, arriving } = given;
  if (arriving.answeredIn !== "outlook") return join(trx, deps, given);
  return trx
    .insertInto("attendees")
    .values({
      id: randomUUID(),
      event_id: event.id,
      wave: arriving.wave ?? 1,
      address: arriving.address,
      display_name: arriving.displayName,
      object_id: arriving.objectId,
      source: "outlook",
      outlook_state: "listed",
      invited_at: deps.clock.now(),
      answered_at: null,
      answered_in: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Adds somebody with the job that has Outlook invite them. */
async function join(
  trx: Trx,
  deps: AddDeps,
  given: Newcomer,
): Promise<AttendeeRow> {
  const { event, known, arriving: person } = given;
  const fresh = {
    wanted: true,
    source: "joined",
    outlook_state: "unseen",
    // Known to be due: whoever takes the invitation back at this moment may already have done so.
    invited_at: null,
    answer: "none",
    answered_at: null,
    answered_in: null,
    object_id: person.objectId,
  } as const;
  const row = known
    ? await trx
        .updateTable("attendees")
        .set(fresh)
        .where("id", "=", known.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await trx
        .insertInto("attendees")
        .values({
          id: randomUUID(),
          event_id: event.id,
          wave: await findPlace(trx, deps, event),
          address: person.address,
          display_name: person.displayName,
          ...fresh,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  const ref = { eventId: event.id, wave: row.wave };
  await addJoin(trx, ref);
  await deps.enqueue(trx, "events.publish", ref, {
    startAfter: new Date(deps.clock.now().getTime() + joinBatchMs),
  });
  return row;
}

async function findPlace(
  trx: Trx,
  { waveSize }: Pick<AddDeps, "waveSize">,
  event: EventRow,
): Promise<number> {
  const [wave] = await placeNewcomers(trx, {
    eventId: event.id,
    newcomers: 1,
    shown: event.version,
    waveSize,
  });
  return wave ?? 1;
}
