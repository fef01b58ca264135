import { findAccount, works } from "../../accounts/account-store.ts";
import { withSessionLock } from "../../db/database.ts";
import { RetryLater } from "../../errors.ts";
import { GraphFailure } from "../../graph/graph-failure.ts";
import type { JobContext } from "../../jobs/job-worker.ts";
import { takeReadTurn } from "../../responses/read-pace.ts";
import {
  eventBusy,
  publicationLock,
  type PublishDeps,
} from "../publish-event.ts";
import { cancelCopies } from "./cancel-copies.ts";
import {
  changeWave,
  findWave,
  refOf,
  type EventWave,
  type WaveRef,
} from "../wave-store.ts";
import { nextLateLook } from "./next-late-look.ts";

/** Wait after a look that Graph did not answer, in milliseconds. */
const outagePauseMs = 60_000;

/**
 * The job that looks for what Outlook may have created of a cancelled event after its create had been given up, and
 * cancels it there, with the lead's message. By the clock, and whenever Graph reports an event that we do not know.
 */
export async function cancelLateCopy(
  deps: PublishDeps,
  payload: WaveRef,
  context: Pick<JobContext, "isLastAttempt" | "log">,
): Promise<void> {
  const run = await withSessionLock(deps.pool, publicationLock(payload), () =>
    look(deps, payload, context),
  );
  if (!run.held) throw eventBusy();
}

async function look(
  deps: PublishDeps,
  ref: WaveRef,
  context: Pick<JobContext, "isLastAttempt" | "log">,
): Promise<void> {
  const { event, recipients } = await readSought(deps, ref);
  if (!event?.late_look_at || event.unclear_account_id === null) return;
  const account = await findAccount(deps.db, event.unclear_account_id);
  // When it works again, what is due is enqueued.
  if (!account || !works(account)) return;
  const turn = await takeReadTurn(deps.db, ref);
  if (!turn.taken)
    throw new RetryLater({
      message: "the event was looked for a moment ago",
      retryAfterMs: turn.waitMs,
    });
  const graph = deps.graphOf(account.id, {
    urgency: "usual",
    share: event.group_id,
  });
  try {
    const copies = await cancelCopies(graph, { event, recipients });
    if (copies.length > 0)
      context.log.warn(
        { event: ref.eventId, copies: copies.length },
        "an event that was cancelled before it was created is cancelled in Outlook, too",
      );
    await recordLook(deps, event, copies);
  } catch (error) {
    const pauseMs = pauseAfter(error);
    if (pauseMs === null) {
      // It is listed as stopped work then; the later looks take place all the same.
      if (context.isLastAttempt) await recordLook(deps, event, []);
      throw error;
    }
    context.log.info({ err: error, pauseMs }, "looked for later");
    await postpone(deps, ref, pauseMs);
  }
}

async function readSought({ db }: Pick<PublishDeps, "db">, ref: WaveRef) {
  const event = await findWave(db, ref);
  const { count } = await db
    .selectFrom("attendees")
    .where("event_id", "=", ref.eventId)
    .where("wave", "=", ref.wave)
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return { event, recipients: Number(count) };
}

/** In milliseconds; null: waiting does not help. */
function pauseAfter(error: unknown): number | null {
  if (!(error instanceof GraphFailure)) return null;
  const passes = ["retryable", "quota", "account", "conflict"];
  return passes.includes(error.kind)
    ? (error.retryAfterMs ?? outagePauseMs)
    : null;
}

async function postpone(
  deps: PublishDeps,
  ref: WaveRef,
  pauseMs: number,
): Promise<void> {
  await deps.db
    .updateTable("waves")
    .set({ late_look_at: new Date(deps.clock.now().getTime() + pauseMs) })
    .where("event_id", "=", ref.eventId)
    .where("number", "=", ref.wave)
    .where("late_look_at", "is not", null)
    .execute();
}

async function recordLook(
  deps: PublishDeps,
  event: EventWave,
  copies: readonly string[],
): Promise<void> {
  const now = deps.clock.now();
  const next = nextLateLook(event.late_looks_from ?? now, now);
  const known = event.graph_event_id ?? copies.at(-1) ?? null;
  await changeWave(deps.db, refOf(event), {
    late_look_at: next,
    // Reports of it are of an event that we know.
    graph_event_id: known,
    ...(next === null && { unclear_account_id: null }),
  });
}
