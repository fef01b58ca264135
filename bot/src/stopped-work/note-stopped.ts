import { z } from "zod";
import { changeCard } from "../cards/card-store.ts";
import { notifyEventChanged, type Trx } from "../db/database.ts";
import type { OnStopped } from "../jobs/take-stopped-job.ts";

const eventJob = z.object({ eventId: z.uuid() });
const cardJob = eventJob.extend({ channelId: z.string() });

const sentence =
  "ERG Events could not bring this event to Outlook: something went wrong on its own side. Ask an administrator to look at Settings, Stopped work; then choose “Try again”.";

/**
 * Shows leads what has stopped of their events, in the transaction that lists it: the event is given up, the
 * card has failed. What the job itself has said of its trouble stays.
 */
export const noteStopped: OnStopped = async (trx, stopped) => {
  if (stopped.name === "events.publish") await giveUpEvent(trx, stopped);
  if (stopped.name === "cards.publish") await failCard(trx, stopped);
};

async function giveUpEvent(
  trx: Trx,
  stopped: { payload: unknown; attempts: number; at: Date },
): Promise<void> {
  const job = eventJob.safeParse(stopped.payload);
  if (!job.success) return;
  await trx
    .updateTable("scheduled_events")
    .set({
      publish_failed: true,
      publish_problem: sentence,
      next_try_at: null,
      publish_failed_at: stopped.at,
      publish_tries: stopped.attempts,
    })
    .where("id", "=", job.data.eventId)
    .where("publish_failed", "=", false)
    .where((where) =>
      where.or([
        where("published_version", "<", where.ref("version")),
        where("published_joins", "<", where.ref("joins")),
      ]),
    )
    .execute();
  await notifyEventChanged(trx, job.data.eventId);
}

async function failCard(
  trx: Trx,
  stopped: { payload: unknown; attempts: number; at: Date },
): Promise<void> {
  const job = cardJob.safeParse(stopped.payload);
  if (!job.success) return;
  await changeCard(trx, job.data, {
    problem: "failed",
    failed_at: stopped.at,
    failed_tries: stopped.attempts,
  });
  await notifyEventChanged(trx, job.data.eventId);
}
