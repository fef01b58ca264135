import type { Attendance } from "../../contract/attendance.ts";
import type { Actor } from "../access/actor.ts";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";

type Downloads = NonNullable<Attendance["forLeads"]>["downloads"];

/** The lists of an event that can be taken along. */
export type EventListName = "attendance" | "answers";

/** Most downloads that leads are shown. */
const shown = 10;

/** Who downloaded one of an event's lists, latest first. */
export async function listDownloads(
  db: Db,
  given: { eventId: string; list: EventListName },
): Promise<Downloads> {
  const rows = await db
    .selectFrom("attendance_downloads")
    .where("event_id", "=", given.eventId)
    .where("list", "=", given.list)
    .select(["downloaded_by_name", "downloaded_at"])
    .orderBy("downloaded_at", "desc")
    .orderBy("id", "desc")
    .limit(shown)
    .execute();
  return rows.map((row) => ({
    by: row.downloaded_by_name,
    at: row.downloaded_at.toISOString(),
  }));
}

/** Notes a download, and tells the leads who watch the event. */
export async function noteDownload(
  trx: Trx,
  given: {
    actor: Actor;
    eventId: string;
    list: EventListName;
    at: Date;
  },
): Promise<void> {
  await trx
    .insertInto("attendance_downloads")
    .values({
      event_id: given.eventId,
      list: given.list,
      downloaded_by: given.actor.objectId,
      downloaded_by_name: given.actor.displayName,
      downloaded_at: given.at,
    })
    .execute();
  await notifyEventChanged(trx, given.eventId);
}
