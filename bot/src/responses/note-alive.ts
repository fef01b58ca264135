import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { requestCatchUp } from "./catch-up.ts";

/**
 * Minutes without a running backend after which Graph's reports may be lost: it repeats them for hours, but
 * drops those for an endpoint that has been slow or silent for ten minutes (Graph: "Change notifications,
 * webhook delivery").
 */
const gapMinutes = 10;

export async function noteAlive(db: Db): Promise<void> {
  await db
    .updateTable("organization_settings")
    .set({ alive_at: sql<Date>`clock_timestamp()` })
    .execute();
}

/** At start: has every account caught up with when nobody has run for a while. */
export async function catchUpAfterGap(deps: {
  db: Db;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const settings = await trx
      .selectFrom("organization_settings")
      .select(
        sql<boolean>`alive_at < clock_timestamp() - make_interval(mins => ${gapMinutes})`.as(
          "had_gap",
        ),
      )
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (settings.had_gap) {
      const accounts = await trx
        .selectFrom("service_accounts")
        .where("state", "in", ["connected", "degraded"])
        .select("id")
        .execute();
      for (const { id } of accounts) await requestCatchUp(deps, trx, id);
    }
    await noteAlive(trx);
  });
}
