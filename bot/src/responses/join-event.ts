import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Trx } from "../db/database.ts";
import type { AttendeeRow, EventRow } from "../db/schema.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** Most attendees of one Outlook event (Graph: "Create event"). */
const maxAttendees = 500;

/** People who join within this time share one change of the Outlook event, in milliseconds. */
const joinBatchMs = 2000;

/**
 * Adds somebody who answers an open event without being invited, with the job that has Outlook invite
 * them. The event is locked by the caller.
 */
export async function joinEvent(
  trx: Trx,
  deps: { clock: Clock; enqueue: Enqueue },
  given: {
    event: EventRow;
    /** Their row, where they were invited once and taken off again. */
    known: AttendeeRow | undefined;
    person: { address: string; displayName: string; objectId: string | null };
  },
): Promise<AttendeeRow | "full"> {
  const { event, known, person } = given;
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
          invited_at: null,
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
