import type {
  EventHistory,
  HistoryChange,
  HistoryKind,
} from "../../../contract/event-history.ts";
import { historyPageSize } from "../../../contract/event-history.ts";
import type { Actor } from "../../access/actor.ts";
import type { Db } from "../../db/database.ts";

/**
 * Notes what happened to an event. Belongs into the transaction in which it happens, so that both are so or neither.
 * @param given.by the lead who decided it; null: nobody whom we know
 */
export async function noteHistory(
  trx: Db,
  given: {
    eventId: string;
    kind: HistoryKind;
    by: Pick<Actor, "objectId" | "displayName"> | null;
    at: Date;
    changes?: readonly HistoryChange[];
  },
): Promise<void> {
  const { by } = given;
  await trx
    .insertInto("event_history")
    .values({
      event_id: given.eventId,
      happened_at: given.at,
      kind: given.kind,
      by_id: by?.objectId ?? null,
      by_name: by?.displayName ?? null,
      changes: JSON.stringify(given.changes ?? []),
    })
    .execute();
}

/** A page of it, the newest first. */
export async function readHistory(
  db: Db,
  given: {
    eventId: string;
    /** Who reads it. */
    objectId: string;
    /** Only what happened before this entry. */
    before: string | null;
  },
): Promise<EventHistory> {
  let query = db
    .selectFrom("event_history")
    .where("event_id", "=", given.eventId)
    .selectAll()
    .orderBy("id", "desc")
    .limit(historyPageSize + 1);
  if (given.before !== null) query = query.where("id", "<", given.before);
  const rows = await query.execute();
  const page = rows.slice(0, historyPageSize);
  return {
    entries: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      by: row.by_name,
      isOwn: row.by_id === given.objectId,
      at: row.happened_at.toISOString(),
      changes: row.changes,
    })),
    nextCursor:
      rows.length > historyPageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
