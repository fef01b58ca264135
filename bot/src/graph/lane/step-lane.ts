import { sql, type RawBuilder } from "kysely";
import type { Db, Trx } from "../../db/database.ts";
import {
  decideLane,
  longestWaitMs,
  type LaneDecision,
  type LaneLimits,
  type LaneNeeds,
  type LaneState,
} from "./lane-rules.ts";
import { spanMs } from "./lane-use.ts";

/** A call that joins the lane. */
export interface NewCall extends LaneNeeds {
  id: string;
  urgency: number;
  share: string;
}

export interface LaneStep {
  accountId: string;
  /** This process. */
  holder: string;
  joining: readonly NewCall[];
  /** Calls of this process that wait or run. */
  alive: readonly string[];
  /** Calls of this process that stood by and started since its last look; some may have ended. */
  started: readonly NewCall[];
  /** Calls of this process that stand by, and may start while this look is under way. */
  standBy: readonly string[];
  /** Calls of this process that run, and that its last look did not find: they take their places again. */
  missing: readonly NewCall[];
  /** Calls of this process that have ended, or will not be made. */
  ended: readonly string[];
  /** Microsoft asked for a pause of this length, in milliseconds. */
  pauseMs: number;
}

/** The channel on which a process hears that it is its turn: account and process. */
export const laneChannel = "mailbox_lane";

/** A process steps at least this often while a call of it waits or runs, in milliseconds. */
export const seenEveryMs = 2_000;
/** A call that waits, and whose process has not been seen for this long, is dropped; in milliseconds. */
export const unseenMs = 6_000;
/**
 * One that runs keeps its place longer: Microsoft may still work on what a killed process sent, or on what stood by and
 * was sent since that process was seen, which it does for as long as until its next step. In milliseconds.
 */
const stillAtWorkMs = 10_000 + seenEveryMs;

/**
 * One look at an account's lane, by one process, with the lane locked: takes in what changed, decides who goes
 * next, and writes it down, in one transaction.
 */
export async function stepLane(
  db: Db,
  limits: LaneLimits,
  step: LaneStep,
): Promise<LaneDecision & { now: number; missing: string[] }> {
  return db.transaction().execute(async (trx) => {
    const lane = await lockLane(trx, step);
    const { missing, ...state } = await readState(trx, step, lane);
    const decision = decideLane(state, limits, step.holder);
    await writeDecision(trx, step, decision);
    return { ...decision, now: state.now, missing };
  });
}

/**
 * Locks the lane, made at its first use, and notes a pause that was asked for. PostgreSQL gives up a process that stops
 * with the lane locked, for the others would wait for it.
 */
async function lockLane(
  trx: Trx,
  { accountId, pauseMs }: LaneStep,
): Promise<{ pausedUntil: Date | null }> {
  const { rows } = await sql<{ paused_until: Date | null }>`
    insert into mailbox_lanes as lane (account_id, paused_until)
    values (${accountId}, ${pauseMs > 0 ? sql`clock_timestamp() + ${interval(pauseMs)}` : null})
    on conflict (account_id) do update
    set paused_until = greatest(lane.paused_until, excluded.paused_until)
    returning paused_until,
      set_config('idle_in_transaction_session_timeout', ${String(longestWaitMs)}, true)
  `.execute(trx);
  return { pausedUntil: rows[0]?.paused_until ?? null };
}

interface StateRow {
  now: Date;
  calls:
    | {
        id: string;
        holder: string;
        asked: number;
        asked_at: string;
        slots: number;
        urgency: number;
        share: string;
        requests: number;
        messages: number;
        recipients: number;
        started_at: string | null;
        standsBy: boolean;
      }[]
    | null;
  uses:
    | {
        span: string;
        requests: number;
        messages: number;
        recipients: number;
      }[]
    | null;
}

/**
 * Everything the rules ask, after what ended has gone and what joins has come; and which calls of this process are
 * alive and were given up.
 */
async function readState(
  trx: Trx,
  step: LaneStep,
  lane: { pausedUntil: Date | null },
): Promise<LaneState & { missing: string[] }> {
  await noteEnds(trx, step);
  const { rows } = await sql<StateRow>`
    with joined as (
      insert into mailbox_calls (
        id, account_id, asked_at, holder, seen_at,
        slots, urgency, share, requests, messages, recipients
      )
      select id, ${step.accountId}, clock_timestamp(), ${step.holder}, clock_timestamp(),
        slots, urgency, share, requests, messages, recipients
      from ${records(step.joining)}
      returning *
    ), seen as (
      -- Who stands by may start until this look is answered, whatever it decides: that is set aside until the next.
      update mailbox_calls
      set seen_at = clock_timestamp(), stands_by = stands_by and id = any(${step.standBy}::uuid[])
      where id = any(${step.alive}::uuid[])
    ), calls as (
      select * from mailbox_calls where account_id = ${step.accountId}
      union all select * from joined
    )
    select
      clock_timestamp() as now,
      (
        select jsonb_agg(jsonb_build_object(
          'id', id, 'holder', holder, 'asked', asked, 'asked_at', asked_at,
          'slots', slots, 'urgency', urgency, 'share', share, 'requests', requests,
          'messages', messages, 'recipients', recipients, 'started_at', started_at,
          'standsBy', stands_by and (holder <> ${step.holder} or id = any(${step.standBy}::uuid[]))
        )) from calls
      ) as calls,
      (
        select jsonb_agg(to_jsonb(mailbox_use) - 'account_id' order by span) from mailbox_use
        where account_id = ${step.accountId}
          and span > clock_timestamp() - (case
            when exists (select 1 from calls where recipients > 0 and started_at is null)
            then interval '1 day 10 seconds' else interval '10 minutes 10 seconds' end)
      ) as uses
  `.execute(trx);
  const row = rows[0];
  const calls = (row?.calls ?? []).map(({ asked_at, started_at, ...call }) => ({
    ...call,
    askedAt: Date.parse(asked_at),
    startedAt: started_at === null ? null : Date.parse(started_at),
  }));
  const found = new Set(calls.map(({ id }) => id));
  return {
    missing: step.alive.filter((id) => !found.has(id)),
    now: row?.now.getTime() ?? 0,
    pausedUntil: lane.pausedUntil?.getTime() ?? 0,
    running: calls.flatMap(({ startedAt, ...call }) =>
      startedAt === null ? [] : { ...call, startedAt },
    ),
    waiting: calls.filter(({ startedAt }) => startedAt === null),
    uses: (row?.uses ?? []).map(({ span, ...use }) => ({
      ...use,
      span: Date.parse(span),
    })),
  };
}

/** What ended goes, what stood by and started runs, and who has not been seen for long is given up. */
async function noteEnds(trx: Trx, step: LaneStep): Promise<void> {
  const ended = sql`${step.ended}::uuid[]`;
  await sql`
    with gone as (
      delete from mailbox_calls
      where account_id = ${step.accountId} and (
        id = any(${ended})
        or id <> all(${step.alive}::uuid[])
          and seen_at < clock_timestamp() - case when started_at is null
            then ${interval(unseenMs)} else ${interval(stillAtWorkMs)} end
      )
      returning *
    ), begun as (
      insert into mailbox_calls (
        id, account_id, asked_at, holder, seen_at, started_at,
        slots, urgency, share, requests, messages, recipients
      )
      select id, ${step.accountId}, clock_timestamp(), ${step.holder}, clock_timestamp(), clock_timestamp(),
        slots, urgency, share, requests, messages, recipients
      from ${records([...step.started, ...step.missing])}
      where id <> all(${ended})
      on conflict (id) do update set started_at = excluded.started_at, stands_by = false
    ), used as (
      select requests, messages, recipients from ${records(step.started)}
      union all
      -- Whether what a dead process had standing by was sent, nobody knows: it counts.
      select requests, messages, recipients from gone where stands_by and id <> all(${ended})
    )
    ${addUse(step.accountId, sql`used`)}
  `.execute(trx);
}

/** Calls as rows of a statement. */
function records(calls: readonly NewCall[]): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) as call(
    id uuid, slots integer, urgency smallint, share text,
    requests integer, messages integer, recipients integer
  )`;
}

/** Adds what these rows took to the use of the current span. */
function addUse(
  accountId: string,
  rows: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    insert into mailbox_use as use (account_id, span, requests, messages, recipients)
    select ${accountId}, ${currentSpan}, sum(requests), sum(messages), sum(recipients)
    from ${rows}
    having sum(requests) > 0
    on conflict (account_id, span) do update set
      requests = use.requests + excluded.requests,
      messages = use.messages + excluded.messages,
      recipients = use.recipients + excluded.recipients
  `;
}

async function writeDecision(
  trx: Trx,
  step: LaneStep,
  { admitted, standBy, refused, nudged }: LaneDecision,
): Promise<void> {
  const ids = (calls: readonly { id: string }[]) => calls.map(({ id }) => id);
  await sql`
    with started as (
      update mailbox_calls set started_at = clock_timestamp(), stands_by = false
      where id = any(${ids(admitted)}::uuid[])
    ), standing as (
      update mailbox_calls set stands_by = true
      where id = any(${ids(standBy)}::uuid[])
    ), refused as (
      delete from mailbox_calls where id = any(${ids(refused)}::uuid[])
    ), forgotten as (
      delete from mailbox_use
      where account_id = ${step.accountId} and span < clock_timestamp() - interval '25 hours'
    ), used as (
      ${addUse(step.accountId, records(admitted))}
    )
    select pg_notify(${laneChannel}, ${step.accountId} || ' ' || holder)
    from unnest(${nudged}::text[]) as holder
  `.execute(trx);
}

const currentSpan = sql`date_bin(${interval(spanMs)}, clock_timestamp(), 'epoch')`;

function interval(milliseconds: number): RawBuilder<unknown> {
  return sql`make_interval(secs => ${milliseconds / 1000}::double precision)`;
}
