import { sql } from "kysely";
import { works } from "../accounts/account-store.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { eventsWithMeeting, leadsOf, readLeads } from "./meeting-store.ts";
import { meetingStep, wantedMeeting } from "./wanted-meeting.ts";

/**
 * Enqueues every coming event whose Teams meeting is not what it should be: at the start, when an account works again,
 * and every few minutes, so that no crash and no refusal leaves one behind.
 */
export async function configureDueMeetings(deps: {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    const events = await eventsWithMeeting(trx, now)
      .innerJoin("service_accounts as account", (join) =>
        join.onRef("account.id", "=", "event.account_id"),
      )
      .leftJoin("event_meetings as meeting", (join) =>
        join
          .onRef("meeting.event_id", "=", "event.id")
          .onRef("meeting.join_url", "=", "event.join_url"),
      )
      .where((where) =>
        where.or([
          where("meeting.next_try_at", "is", null),
          where("meeting.next_try_at", "<=", now),
        ]),
      )
      // One that a job is at, or waits for, is not left behind.
      .where(
        sql<boolean>`not exists (
          select 1 from pgboss.job
          where name = 'meetings.configure' and state in ('created', 'retry', 'active')
            and singleton_key = event.id::text
        )`,
      )
      .select([
        "account.state",
        "account.object_id",
        "meeting.coorganizers",
        "meeting.given_to",
        "meeting.lobby",
        "meeting.chat",
        "meeting.problem",
      ])
      .execute();
    const leads = await readLeads(trx, [
      ...new Set(events.flatMap(({ group_ids }) => group_ids)),
    ]);
    const due = events.filter((event) => {
      const wanted = wantedMeeting({
        leads: leadsOf(event.group_ids, leads),
        confidential: event.confidential,
        organizerObjectId: event.object_id,
      });
      const shown = { ...event, given_to: event.given_to ?? [] };
      return (
        works(event) &&
        (event.problem !== null || meetingStep(shown, wanted) !== null)
      );
    });
    await deps.enqueue(
      trx,
      "meetings.configure",
      due.map(({ id }) => ({ eventId: id })),
    );
  });
}
