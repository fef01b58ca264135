import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { JobName } from "./job-catalog.ts";
import { dangerousReasons } from "./stopped-reason.ts";

/** What the workers need to know of work that has stopped. */
export interface StoppedJobs {
  /**
   * Whether a run may do harm and nobody has asked for it. While nothing dangerous is known, nobody asks the
   * database.
   */
  isHeld(name: JobName, key: string): Promise<boolean>;
  /** Notes that this job's work is done: what an earlier run left among the stopped work goes. */
  succeeded(job: {
    name: JobName;
    key: string;
    startedAt: Date;
  }): Promise<void>;
  /** Looks what is dangerous: at the start, after each job that stopped, and now and then for those of others. */
  look(): Promise<void>;
}

export function openStoppedJobs(db: Db): StoppedJobs {
  let dangerous: ReadonlySet<string> = new Set();
  return {
    async isHeld(name, key) {
      if (!dangerous.has(`${name} ${key}`)) return false;
      const { rows } = await sql`
        select 1 from stopped_work
        where job_name = ${name} and job_key = ${key} and retried_at is null
          and reason = any(${dangerousReasons}::text[])
          -- A lead who tries it again or changes it takes the hold off, too.
          and (job_name <> 'events.publish' or exists (
            select 1 from waves where event_id || '/' || number = job_key and publish_failed
          ))
          and (job_name <> 'cards.publish' or exists (
            select 1 from event_cards
            where event_id || '/' || channel_id = job_key and problem = 'failed'
          ))
      `.execute(db);
      return rows.length > 0;
    },
    async succeeded({ name, key, startedAt }) {
      await db
        .deleteFrom("stopped_work")
        .where("job_name", "=", name)
        .where("job_key", "=", key)
        // By the database's clock both: what this very run left is to stay.
        .where("stopped_at", "<", startedAt)
        .execute();
    },
    async look() {
      const rows = await db
        .selectFrom("stopped_work")
        .where("reason", "in", dangerousReasons)
        .select(["job_name", "job_key"])
        .execute();
      dangerous = new Set(
        rows.map(({ job_name, job_key }) => `${job_name} ${job_key}`),
      );
    },
  };
}
