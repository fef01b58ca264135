import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";
import { jobNames } from "../jobs/job-catalog.ts";

/** What is so now, as far as metrics tell it. */
export interface Measures {
  isReady: boolean;
  /** Of this process, by kind of job. */
  running: ReadonlyMap<string, number>;
  stored: StoredMeasures;
}

/** What the database knows: the same from every replica. */
export interface StoredMeasures {
  jobs: {
    name: string;
    due: number;
    postponed: number;
    running: number;
    failed: number;
    oldestSeconds: number;
  }[];
  accounts: {
    id: string;
    state: ServiceAccountRow["state"];
    callsRunning: number;
    callsWaiting: number;
    /** For how long Graph has asked for silence; 0 without a pause. */
    pausedSeconds: number;
    requests: number;
    recipients: number;
    /** Null without a subscription. */
    subscriptionSeconds: number | null;
  }[];
  stopped: { jobs: number; events: number; cards: number };
}

async function readStoredMeasures(db: Db): Promise<StoredMeasures> {
  const jobs = await sql<StoredMeasures["jobs"][number]>`
    select name,
      count(*) filter (where state < 'active' and start_after <= now())::int as due,
      count(*) filter (where state < 'active' and start_after > now())::int as postponed,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'failed')::int as failed,
      coalesce(extract(epoch from now() -
        min(start_after) filter (where state < 'active' and start_after <= now())), 0)::float as "oldestSeconds"
    from pgboss.job
    where name = any(${jobNames}::text[]) and state <> 'completed'
    group by name
  `.execute(db);
  const accounts = await sql<StoredMeasures["accounts"][number]>`
    select account.id, account.state,
      extract(epoch from subscription.expires_at - now())::float as "subscriptionSeconds",
      (select count(*)::int from mailbox_calls
        where account_id = account.id and started_at is not null) as "callsRunning",
      (select count(*)::int from mailbox_calls
        where account_id = account.id and started_at is null) as "callsWaiting",
      coalesce(greatest(0, extract(epoch from lane.paused_until - now())), 0)::float as "pausedSeconds",
      (select coalesce(sum(requests), 0)::int from mailbox_use
        where account_id = account.id and span > now() - interval '10 minutes') as requests,
      (select coalesce(sum(recipients), 0)::int from mailbox_use
        where account_id = account.id and span > now() - interval '24 hours') as recipients
    from service_accounts as account
    left join graph_subscriptions as subscription on subscription.account_id = account.id
    left join mailbox_lanes as lane on lane.account_id = account.id
  `.execute(db);
  const stopped = await sql<StoredMeasures["stopped"]>`
    select
      (select count(*)::int from stopped_work
        where listed_at <= now() and job_name not in ('events.publish', 'cards.publish')) as jobs,
      (select count(distinct event.id)::int from scheduled_events as event
        join waves on waves.event_id = event.id
        where publish_failed and ends_at > now()
          and (published_version < version or published_joins < joins)) as events,
      (select count(*)::int from event_cards
        join scheduled_events as event on event.id = event_id
        where problem in ('failed', 'botBlocked') and wanted and not is_final and ends_at > now()) as cards
  `.execute(db);
  return {
    jobs: jobs.rows,
    accounts: accounts.rows,
    stopped: stopped.rows[0] ?? { jobs: 0, events: 0, cards: 0 },
  };
}

/** How long what was read is good for, in milliseconds: whoever scrapes more often costs no more. */
const goodForMs = 5_000;

/** Reads at most once in five seconds, whoever asks. */
export function openStoredMeasures(db: Db): () => Promise<StoredMeasures> {
  let kept: { until: number; read: Promise<StoredMeasures> } | null = null;
  return () => {
    if (!kept || performance.now() > kept.until)
      kept = {
        until: performance.now() + goodForMs,
        read: readStoredMeasures(db),
      };
    const { read } = kept;
    read.catch(() => (kept = null));
    return read;
  };
}
