import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** Enqueues the sync of the group of one team: its members, name or channels changed. */
export async function requestSync(
  deps: { db: Db; enqueue: Enqueue },
  teamId: string,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const group = await trx
      .selectFrom("groups")
      .where("team_id", "=", teamId)
      .where("installed", "=", true)
      .select("id")
      .executeTakeFirst();
    if (group) await deps.enqueue(trx, "groups.sync", { groupId: group.id });
  });
}
