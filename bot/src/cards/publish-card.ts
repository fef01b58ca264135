import { createHash } from "node:crypto";
import type pg from "pg";
import type { Clock } from "../clock.ts";
import {
  notifyEventChanged,
  withSessionLock,
  type Db,
} from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { JobContext } from "../jobs/job-worker.ts";
import { nextStep } from "./card-step.ts";
import {
  changeCard,
  findCard,
  forgetCard,
  lockCard,
  recordRemoved,
  type CardKey,
} from "./card-store.ts";
import { explainCardTrouble } from "./card-trouble.ts";
import { findChannel } from "./find-channel.ts";
import { takeCardTurn, waitForTenantTurn } from "./conversation-pace.ts";
import type { Messenger } from "./messenger.ts";
import type { ReadCardFacts } from "./read-card-facts.ts";
import { eventLinks, type LinkBases } from "./render/card-links.ts";
import { eventCard } from "./render/event-card.ts";
import { literally } from "./render/typed-text.ts";

export interface PublishCardDeps {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  enqueue: Enqueue;
  messenger: Messenger;
  linkBases: LinkBases;
  readCardFacts: ReadCardFacts;
}

/** Wait when another replica works on the same card, in milliseconds. */
const busyRetryMs = 300;

/**
 * Answers of one moment make one update; and the answer to who pressed a button is out before the message
 * changes, for Teams shows it only on the message as it was. In milliseconds.
 */
const gatheringMs = 200;

/**
 * The job that makes one channel show the newest card of one event: posts it, brings it up to date or
 * removes it. It compares and so may run at any time, any number of times; one at a time per card.
 */
export async function publishCard(
  deps: PublishCardDeps,
  key: CardKey,
  context: JobContext,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, gatheringMs));
  const run = await withSessionLock(
    deps.pool,
    `card:${key.eventId}:${key.channelId}`,
    () => publish(deps, key, context),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica is working on this card",
      retryAfterMs: busyRetryMs,
    });
}

async function publish(
  deps: PublishCardDeps,
  key: CardKey,
  context: JobContext,
): Promise<void> {
  const row = await findCard(deps.db, key);
  const facts = row && (await deps.readCardFacts(key.eventId));
  if (!row || !facts) return;
  const now = deps.clock.now();
  const card = eventCard({
    facts,
    links: eventLinks(deps.linkBases, { id: key.eventId, start: facts.start }),
    now,
    reader: null,
  });
  const hash = createHash("sha256").update(JSON.stringify(card)).digest("hex");
  const isOver = facts.cancelled || facts.endsAt <= now;
  const step = nextStep(row, { isOver, isOut: facts.isOut, hash });
  if (step === "forget") return forgetCard(deps.db, key);
  if (step === "nothing") {
    if (isOver && !row.is_final)
      await changeCard(deps.db, key, { is_final: true });
    return;
  }
  const channel = await findChannel(deps.db, key);
  if (!channel) return;
  await takeTurn(deps.db, key);
  const shown = { hash, isOver };
  const message = { card, summary: literally(facts.title) };
  try {
    if (row.activity_id === null) {
      await changeCard(deps.db, key, { posts: row.posts + 1 });
      await recordPost(deps, key, {
        activityId: await deps.messenger.post(channel, message),
        ...shown,
      });
    } else if (step === "remove") {
      await deps.messenger.remove(channel, row.activity_id);
      await recordRemoved(deps, key);
    } else {
      await deps.messenger.update(channel, row.activity_id, message);
      await recordShown(deps, key, shown);
    }
    context.log.info({ event: key.eventId, step }, "card brought up to date");
  } catch (error) {
    await explainCardTrouble(deps, { error, key, step, context });
  }
}

/** Waits for this card's turn in its channel, in the order in which cards asked. */
async function takeTurn(db: Db, key: CardKey): Promise<void> {
  const waitMs = await takeCardTurn(db, key);
  if (waitMs > 0)
    throw new RetryLater({
      message: "the channel's pace",
      // The wait ends with the gathering that every run begins with.
      retryAfterMs: Math.max(0, waitMs - gatheringMs),
    });
  await waitForTenantTurn(db);
}

/**
 * Notes the message of a new card. Where an earlier post, whose answer was lost, was recognised
 * meanwhile, that message stays and this one is one too many.
 */
async function recordPost(
  deps: PublishCardDeps,
  key: CardKey,
  shown: { activityId: string; hash: string; isOver: boolean },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const row = await lockCard(trx, key);
    if (row?.activity_id === null || row?.activity_id === shown.activityId) {
      await changeCard(trx, key, {
        activity_id: shown.activityId,
        shown_hash: shown.hash,
        is_final: shown.isOver,
        problem: null,
      });
      await notifyEventChanged(trx, key.eventId);
    } else
      await deps.enqueue(trx, "cards.remove-copy", {
        ...key,
        activityId: shown.activityId,
      });
  });
}

async function recordShown(
  deps: PublishCardDeps,
  key: CardKey,
  shown: { hash: string; isOver: boolean },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const row = await lockCard(trx, key);
    if (!row) return;
    await changeCard(trx, key, {
      shown_hash: shown.hash,
      is_final: shown.isOver,
      problem: null,
    });
    // The lead sees that the trouble is over, or the wait.
    if (row.problem !== null || row.shown_hash === null)
      await notifyEventChanged(trx, key.eventId);
  });
}
