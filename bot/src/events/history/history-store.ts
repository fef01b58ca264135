import type {
  EventHistory,
  HistoryChange,
  HistoryKind,
} from "../../../contract/event-history.ts";
import { historyPageSize } from "../../../contract/event-history.ts";
import type { Actor } from "../../access/actor.ts";
import type { NamedChannel } from "../../cards/choose-channels.ts";
import type { Db } from "../../db/database.ts";
import type { StoredHistoryChange } from "./stored-history-change.ts";

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
    changes?: readonly StoredHistoryChange[];
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
    reader: Pick<Actor, "objectId" | "roles">;
    /** Ids of the groups that host the event now: who sees it knows their names. */
    hostIds: readonly string[];
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
  const names = await readGroupNames(db, { ...given, rows: page });
  return {
    entries: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      by: row.by_name,
      isOwn: row.by_id === given.reader.objectId,
      at: row.happened_at.toISOString(),
      changes: row.changes.flatMap((change) => withNames(change, names)),
    })),
    nextCursor:
      rows.length > historyPageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** As the reader may hear it: nothing, where it is about channels of groups alone that the reader must not know of. */
function withNames(
  change: StoredHistoryChange,
  names: ReadonlyMap<string, string>,
): HistoryChange[] {
  if (change.field === "channels") {
    const told = (channels: NamedChannel[]) =>
      channels.flatMap(({ name, groupIds }) =>
        groupIds.some((id) => names.has(id)) ? [name] : [],
      );
    const [from, to] = [told(change.from), told(change.to)];
    return from.join() === to.join() ? [] : [{ field: "channels", from, to }];
  }
  if (change.field !== "coHostIds") return [change];
  const named = (ids: string[]) => ids.map((id) => names.get(id) ?? null);
  return [
    {
      field: "coHosts",
      added: named(change.added),
      removed: named(change.removed),
    },
  ];
}

/** Ids of the groups that a change is about. */
function groupsOf(change: StoredHistoryChange): string[] {
  if (change.field === "coHostIds") return [...change.added, ...change.removed];
  if (change.field !== "channels") return [];
  return [...change.from, ...change.to].flatMap(({ groupIds }) => groupIds);
}

/** The names of groups of which entries tell, but for those that the reader must not know of. */
async function readGroupNames(
  db: Db,
  given: {
    rows: readonly { changes: StoredHistoryChange[] }[];
    reader: Pick<Actor, "roles">;
    hostIds: readonly string[];
  },
): Promise<Map<string, string>> {
  const ids = given.rows.flatMap(({ changes }) => changes).flatMap(groupsOf);
  if (ids.length === 0) return new Map();
  const groups = await db
    .selectFrom("groups")
    .where("id", "in", ids)
    .select(["id", "name", "confidential"])
    .execute();
  return new Map(
    groups
      .filter(
        ({ id, confidential }) =>
          !confidential ||
          given.reader.roles.has(id) ||
          given.hostIds.includes(id),
      )
      .map(({ id, name }) => [id, name]),
  );
}
