import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { countTotals } from "./count-totals.ts";

/** Of one run; the next goes on. */
const most = 1000;

/**
 * The job that counts who came to events of which that was not done yet: those of before there were totals, and those
 * that were given another time. An event a transaction, so that nothing is done again after a crash.
 */
export async function countDueTotals(deps: {
  db: Db;
  clock: Clock;
}): Promise<void> {
  const now = deps.clock.now();
  const due = await deps.db
    .selectFrom("attendance_totals as totals")
    .innerJoin("scheduled_events as event", "event.id", "totals.event_id")
    .where((where) =>
      where.or([
        where("totals.counted_at", "is", null),
        where.and([
          where("event.ends_at", "<=", now),
          where("totals.for_end", "<>", where.ref("event.ends_at")),
        ]),
      ]),
    )
    .select("event.id")
    .orderBy("event.ends_at", "desc")
    .limit(most)
    .execute();
  for (const { id } of due)
    await deps.db.transaction().execute((trx) => countTotals(trx, id, now));
}
