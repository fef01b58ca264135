import { sql } from "kysely";
import { findAccountOf } from "../../accounts/account-store.ts";
import {
  planSending,
  recipientsLeft,
  type Sent,
  type SendingLimits,
} from "../../audience/plan-sending.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";

export interface SendingDeps {
  db: Db;
  clock: Clock;
  sendingLimits: SendingLimits;
}

/** What can be expected of mails that go out now, after all that already waits. */
export interface ExpectedSending {
  /** How many people the account can still mail now, when what waits is out. */
  left: number;
  /** When each message goes out. */
  times: Date[];
}

/**
 * When messages of an event's account go out. Null: there is no account.
 *
 * @param given.eventId whose own waiting messages do not count: they are among those given
 * @param given.messages how many recipients each has
 */
export async function expectSending(
  { db, clock, sendingLimits: limits }: SendingDeps,
  given: {
    event: { id: string; account_id: string | null } | null;
    messages: readonly number[];
  },
): Promise<ExpectedSending | null> {
  const account = await findAccountOf(db, {
    account_id: given.event?.account_id ?? null,
  });
  if (!account) return null;
  const now = clock.now().getTime();
  const sent = await readSent(db, account.id);
  const waiting = await readWaiting(db, {
    accountId: account.id,
    isDefault: account.is_default,
    except: given.event?.id ?? null,
  });
  const times = planSending({
    sent,
    messages: [...waiting, ...given.messages],
    limits,
    now,
  });
  const ahead = waiting.reduce((sum, recipients) => sum + recipients, 0);
  return {
    left: Math.max(0, recipientsLeft(sent, limits, now) - ahead),
    times: times.slice(waiting.length).map((at) => new Date(at)),
  };
}

/** What the mailbox lane has counted in the last day. */
async function readSent(db: Db, accountId: string): Promise<Sent[]> {
  const { rows } = await sql<{ at: Date; recipients: number }>`
    select span as at, recipients from mailbox_use
    where account_id = ${accountId} and span > now() - interval '1 day' and recipients > 0
  `.execute(db);
  return rows.map(({ at, recipients }) => ({ at: at.getTime(), recipients }));
}

/** How many people the invitations have that other events of the account still wait to send, by wave. */
async function readWaiting(
  db: Db,
  given: { accountId: string; isDefault: boolean; except: string | null },
): Promise<number[]> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people
    from waves
    join scheduled_events event on event.id = waves.event_id
    join attendees on attendees.event_id = waves.event_id and attendees.wave = waves.number
    where (event.account_id = ${given.accountId} or (event.account_id is null and ${given.isDefault}))
      and event.id is distinct from ${given.except}
      and (waves.published_version < event.version or waves.published_joins < waves.joins)
      and not event.cancelled and event.held_until is null and event.paused_at is null
      and not waves.publish_failed and event.ends_at > now()
      and attendees.wanted and attendees.invited_at is null
    group by waves.event_id, waves.number
  `.execute(db);
  return rows.map(({ people }) => people);
}
