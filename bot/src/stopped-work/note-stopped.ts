import { z } from "zod";
import { changeThankYouPost } from "../attendance/thanks/thanks-store.ts";
import { changeCard } from "../cards/card-store.ts";
import { notifyEventChanged, type Trx } from "../db/database.ts";
import { isPublished } from "../events/wave-state.ts";
import { changeWave, lockWave } from "../events/wave-store.ts";
import type { OnStopped } from "../jobs/take-stopped-job.ts";

const waveJob = z.object({
  eventId: z.uuid(),
  wave: z.int().positive().default(1),
});
const cardJob = z.object({ eventId: z.uuid(), channelId: z.string() });

const sentence =
  "ERG Events could not bring this event to Outlook: something went wrong on its own side. Ask an administrator to look at Settings, Stopped work; then choose “Try again”.";

/**
 * Shows leads what has stopped of their events, in the transaction that lists it: the event is given up, the
 * card or the thank-you has failed. What the job itself has said of its trouble stays.
 */
export const noteStopped: OnStopped = async (trx, stopped) => {
  if (stopped.name === "events.publish") await giveUpEvent(trx, stopped);
  if (stopped.name === "cards.publish") await failCard(trx, stopped);
  if (stopped.name === "attendance.thank") await stopThanks(trx, stopped);
};

async function giveUpEvent(
  trx: Trx,
  stopped: { payload: unknown; attempts: number; at: Date },
): Promise<void> {
  const job = waveJob.safeParse(stopped.payload);
  if (!job.success) return;
  const wave = await lockWave(trx, job.data);
  if (!wave || wave.publish_failed || isPublished(wave)) return;
  await changeWave(trx, job.data, {
    publish_failed: true,
    publish_problem: sentence,
    next_try_at: null,
    publish_failed_at: stopped.at,
    publish_tries: stopped.attempts,
  });
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

/** Where it was about to be sent nobody knows whether it was; else it waits for whoever tries it again. */
async function stopThanks(
  trx: Trx,
  stopped: { payload: unknown },
): Promise<void> {
  const job = cardJob.safeParse(stopped.payload);
  if (!job.success) return;
  await changeThankYouPost(trx, job.data, { from: "posting", to: "unclear" });
  await changeThankYouPost(trx, job.data, {
    from: "toPost",
    to: "toPost",
    problem: "stopped",
  });
  await notifyEventChanged(trx, job.data.eventId);
}
