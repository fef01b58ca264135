import { sql } from "kysely";
import type { EventChange } from "../../../contract/event-content.ts";
import { eventChangeSchema } from "../../../contract/event-content.ts";
import type { Actor } from "../../access/actor.ts";
import type { Db, Trx } from "../../db/database.ts";
import type { EventRow, HeldChangeRow } from "../../db/tables/events.ts";
import { offeredVersion } from "./offered-version.ts";

/** A change or cancellation that waits, or that could not be carried out. */
export interface HeldChange extends Omit<HeldChangeRow, "content"> {
  /** Null: there is none, or an earlier version of the product wrote it in a form that is no longer known. */
  content: EventChange | null;
}

/** What a lead wants of an event that Outlook shows. */
export type WantedChange =
  | { kind: "change"; content: EventChange }
  | { kind: "cancel"; message: string; content: EventChange | null };

export async function findHeldChange(
  db: Db,
  eventId: string,
): Promise<HeldChange | null> {
  const row = await db
    .selectFrom("held_changes")
    .where("event_id", "=", eventId)
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    content: eventChangeSchema.safeParse(row.content).data ?? null,
  };
}

/**
 * Holds what a lead wants, instead of what was held before. In the caller's transaction, with the event locked:
 * whoever reads or changes a held change locks its event first.
 */
export async function storeHeldChange(
  trx: Trx,
  given: {
    event: EventRow;
    actor: Actor;
    wanted: WantedChange;
    now: Date;
    dueAt: Date;
  },
): Promise<void> {
  const { event, wanted, actor } = given;
  const row = {
    kind: wanted.kind,
    version: offeredVersion(event) + 1,
    content: wanted.content && JSON.stringify(wanted.content),
    message: wanted.kind === "cancel" ? wanted.message : null,
    held_by: actor.objectId,
    held_by_name: actor.displayName,
    held_at: given.now,
    due_at: given.dueAt,
    problem: null,
  };
  await trx
    .insertInto("held_changes")
    .values({ event_id: event.id, ...row })
    .onConflict((conflict) => conflict.column("event_id").doUpdateSet(row))
    .execute();
  await countVersion(trx, event.id, 1);
}

/** Drops what is held. Its version stays used up: whoever has seen it notices that it is gone. */
export async function dropHeldChange(trx: Trx, eventId: string): Promise<void> {
  await forgetHeldChange(trx, eventId);
  await countVersion(trx, eventId, 1);
}

/** Drops what is held because the event itself gets that, or a newer, version in the same transaction. */
export async function forgetHeldChange(
  trx: Trx,
  eventId: string,
): Promise<void> {
  await trx
    .deleteFrom("held_changes")
    .where("event_id", "=", eventId)
    .execute();
}

/** What was held becomes the event: its version is the event's own now. */
export function takeOverVersion(trx: Trx, eventId: string): Promise<void> {
  return countVersion(trx, eventId, -1);
}

/** Keeps what cannot be carried out, with the reason, for a lead to read. */
export async function recordHeldProblem(
  trx: Trx,
  eventId: string,
  problem: string,
): Promise<void> {
  await trx
    .updateTable("held_changes")
    .set({ problem })
    .where("event_id", "=", eventId)
    .execute();
  await countVersion(trx, eventId, 1);
}

async function countVersion(
  trx: Trx,
  eventId: string,
  by: 1 | -1,
): Promise<void> {
  await trx
    .updateTable("scheduled_events")
    .set({ withheld_versions: sql<number>`withheld_versions + ${by}` })
    .where("id", "=", eventId)
    .execute();
}
