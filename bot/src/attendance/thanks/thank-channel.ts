import type pg from "pg";
import type { CardKey } from "../../cards/card-store.ts";
import { waitForTurn } from "../../cards/conversation-pace.ts";
import { findChannel } from "../../cards/find-channel.ts";
import {
  MessengerFailure,
  type Conversation,
  type Message,
  type Messenger,
} from "../../cards/messenger.ts";
import { pauseAsAsked } from "../../cards/pause-as-asked.ts";
import type { ReadCardFacts } from "../../cards/read-card-facts.ts";
import { tabLink, type LinkBases } from "../../cards/render/card-links.ts";
import { thankYouCard } from "../../cards/render/thank-you-card.ts";
import { literally } from "../../cards/render/typed-text.ts";
import {
  notifyEventChanged,
  withSessionLock,
  type Db,
} from "../../db/database.ts";
import { RetryLater } from "../../errors.ts";
import type { JobContext } from "../../jobs/job-worker.ts";
import {
  changeThankYouPost,
  findThankYou,
  findThankYouPost,
  type ThankYouStep,
} from "./thanks-store.ts";

export interface ThankDeps {
  db: Db;
  pool: pg.Pool;
  messenger: Messenger;
  linkBases: LinkBases;
  readCardFacts: ReadCardFacts;
}

/** Wait when another replica works on the same card, in milliseconds. */
const busyRetryMs = 300;

/** Pause when the channel has no turn soon, in milliseconds. */
const paceRetryMs = 5_000;

/** Pause after a row of tries for which Entra gave no token, in milliseconds. */
const outagePauseMs = 5 * 60_000;

/**
 * The job that thanks people in one channel. At most once: the row says `posting` before the card goes out, and what is
 * found so afterwards, by whoever holds the lock, may be there and is not posted again.
 */
export async function thankChannel(
  deps: ThankDeps,
  key: CardKey,
  context: JobContext,
): Promise<void> {
  const run = await withSessionLock(
    deps.pool,
    `thanks:${key.eventId}:${key.channelId}`,
    () => thank(deps, key, context),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica is working on this card",
      retryAfterMs: busyRetryMs,
    });
}

async function thank(
  deps: ThankDeps,
  key: CardKey,
  context: JobContext,
): Promise<void> {
  // The process that was at it is gone, and with it what Teams answered.
  await change(deps, key, { from: "posting", to: "unclear" });
  const post = await findThankYouPost(deps.db, key);
  const message = post?.state === "toPost" && (await messageOf(deps, key));
  if (!message) return;
  const channel = await findChannel(deps.db, key);
  if (!channel) {
    await change(deps, key, {
      from: "toPost",
      to: "failed",
      problem: "appRemoved",
    });
    return;
  }
  if (!(await waitForTurn(deps.db, key.channelId)))
    throw new RetryLater({
      message: "the channel's pace",
      retryAfterMs: paceRetryMs,
    });
  if (!(await change(deps, key, { from: "toPost", to: "posting" }))) return;
  await postCard(deps, { key, channel, message, context });
}

async function messageOf(
  deps: ThankDeps,
  { eventId }: CardKey,
): Promise<Message | null> {
  const asked = await findThankYou(deps.db, eventId);
  const event = asked && (await deps.readCardFacts(eventId));
  if (!asked || !event) return null;
  return {
    card: thankYouCard({
      event,
      count: { count: asked.count, isAtLeast: asked.is_at_least },
      details: tabLink(deps.linkBases, `events/${eventId}`),
    }),
    summary: `Thank you: ${literally(event.title)}`,
  };
}

async function postCard(
  deps: ThankDeps,
  given: {
    key: CardKey;
    channel: Conversation;
    message: Message;
    context: JobContext;
  },
): Promise<void> {
  const { key, context } = given;
  try {
    const activityId = await deps.messenger.post(given.channel, given.message);
    await change(deps, key, { from: "posting", to: "posted", activityId });
    context.log.info({ event: key.eventId }, "people are thanked in a channel");
  } catch (error) {
    if (!(error instanceof MessengerFailure)) throw error;
    await explain(deps, { key, error, context });
  }
}

/** Waits where nothing was sent, and else notes what is known. */
async function explain(
  deps: ThankDeps,
  given: { key: CardKey; error: MessengerFailure; context: JobContext },
): Promise<void> {
  const { key, error, context } = given;
  const log = context.log.child({ event: key.eventId });
  const from = "posting";
  switch (error.kind) {
    case "busy":
      await change(deps, key, { from, to: "toPost" });
      throw await pauseAsAsked(deps.db, key.channelId, error);
    case "noToken":
      await change(deps, key, { from, to: "toPost", problem: "noToken" });
      if (!context.isLastAttempt) throw error;
      throw new RetryLater({
        message: "Entra has given the bot no token for a while",
        retryAfterMs: outagePauseMs,
        cause: error,
      });
    case "unclear":
      log.warn({ err: error }, "Teams has not confirmed the thank-you");
      await change(deps, key, { from, to: "unclear" });
      return;
    default:
      log.warn({ err: error }, "Teams does not take the thank-you");
      await change(deps, key, {
        from,
        to: "failed",
        // A new message has none that could have been deleted.
        problem: error.kind === "messageDeleted" ? "refused" : error.kind,
      });
  }
}

/** Changes the post and tells leads. @returns false: it was in another state */
function change(
  deps: { db: Db },
  key: CardKey,
  step: ThankYouStep,
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const changed = await changeThankYouPost(trx, key, step);
    if (changed) await notifyEventChanged(trx, key.eventId);
    return changed;
  });
}
