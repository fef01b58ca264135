import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Trx } from "../db/database.ts";
import type { AttendeeRow, EventRow } from "../db/schema.ts";
import { maxAttendees } from "../events/scheduled-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
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
  };
}

/**
 * Adds somebody who answers and is not among the attendees: Outlook lists them (a forwarded invitation, a
 * member of a list), or they join an open event. The event is locked by the caller.
 */
export async function addAttendee(
  trx: Trx,
  deps: { clock: Clock; enqueue: Enqueue },
  given: Newcomer,
): Promise<AttendeeRow | "full"> {
  const { event, arriving } = given;
  if (arriving.answeredIn !== "outlook") return join(trx, deps, given);
  return trx
    .insertInto("attendees")
    .values({
      id: randomUUID(),
      event_id: event.id,
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
  deps: { clock: Clock; enqueue: Enqueue },
  given: Newcomer,
): Promise<AttendeeRow | "full"> {
  const { event, known, arriving: person } = given;
  const { count } = await trx
    .selectFrom("attendees")
    .where("event_id", "=", event.id)
    .where("wanted", "=", true)
    .select((select) => select.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) >= maxAttendees) return "full";
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
          address: person.address,
          display_name: person.displayName,
          ...fresh,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
  await trx
    .updateTable("scheduled_events")
    .set((set) => ({ joins: set("joins", "+", 1) }))
    .where("id", "=", event.id)
    .execute();
  await deps.enqueue(
    trx,
    "events.publish",
    { eventId: event.id },
    { startAfter: new Date(deps.clock.now().getTime() + joinBatchMs) },
  );
  return row;
}
