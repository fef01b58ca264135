import type pg from "pg";
import type { Logger } from "pino";
import { waitForTurn } from "../../cards/conversation-pace.ts";
import {
  MessengerFailure,
  type Conversation,
  type Messenger,
  type MessengerFailureKind,
} from "../../cards/messenger.ts";
import { tabLink, type LinkBases } from "../../cards/render/card-links.ts";
import { noticeCard } from "../../cards/render/notice-card.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import { withSessionLock, type Db } from "../../db/database.ts";
import { RetryLater } from "../../errors.ts";
import { listAccounts } from "../account-store.ts";
import { readStoppedCount } from "../../stopped-work/stopped-work-store.ts";
import {
  connectionNews,
  credentialNews,
  stoppedWorkNews,
  type News,
} from "./admin-news.ts";
import { listAdmins, outOfReachTopic, type Admin } from "./admin-store.ts";
import { credentialsOf } from "./credentials.ts";

/** What says nothing about the admin: the same message is tried again. */
const isPassing = new Set<MessengerFailureKind>(["busy", "noToken", "unclear"]);

interface TellDeps {
  db: Db;
  pool: pg.Pool;
  config: Config;
  clock: Clock;
  log: Logger;
  messenger: Messenger;
  linkBases: LinkBases;
}

/** Wait while another replica tells them, in milliseconds. */
const busyRetryMs = 5_000;

/** Pause when Teams names none, in milliseconds. */
const usualPauseMs = 30_000;

/**
 * The job that brings every admin's knowledge up to date: it compares what each was told last with what is so
 * now, so that it may run at any time and a connection that broke and works again in between is no news. The
 * Bot Connector takes no idempotency key: a message whose answer was lost may come a second time.
 */
export async function tellAdmins(deps: TellDeps): Promise<void> {
  const run = await withSessionLock(deps.pool, "tell-admins", () =>
    tellAll(deps),
  );
  if (!run.held)
    throw new RetryLater({
      message: "another replica is telling them",
      retryAfterMs: busyRetryMs,
    });
}

async function tellAll(deps: TellDeps): Promise<void> {
  const admins = await listAdmins(deps);
  let pauseMs: number | null = null;
  for (const admin of admins) {
    if (!admin.place) continue;
    for (const news of await findNews(deps, admin)) {
      const told = await tell(deps, admin, news);
      if (told !== "done") pauseMs = Math.max(pauseMs ?? 0, told.retryAfterMs);
    }
  }
  if (pauseMs !== null)
    throw new RetryLater({
      message: "not every admin could be told",
      retryAfterMs: pauseMs,
    });
}

/** What this admin does not know yet, and what has to be noted without a message. */
async function findNews(deps: TellDeps, admin: Admin): Promise<News[]> {
  const now = deps.clock.now();
  const [accounts, stopped, notices] = await Promise.all([
    listAccounts(deps.db),
    readStoppedCount(deps.db, now),
    deps.db
      .selectFrom("admin_notices")
      .where("object_id", "=", admin.objectId)
      .select(["topic", "told", "told_at"])
      .execute(),
  ]);
  const noticeOf = (topic: string) =>
    notices.find((notice) => notice.topic === topic);
  const toldOf = (topic: string) => noticeOf(topic)?.told ?? null;
  const before = noticeOf("stoppedWork");
  const ofStoppedWork = stoppedWorkNews(
    stopped,
    before ? { state: before.told, at: before.told_at } : null,
    now,
  );
  return [
    ...accounts.map((account) =>
      connectionNews(account, toldOf(`account:${account.id}`), now),
    ),
    ...credentialsOf(deps.config).map((credential) =>
      credentialNews(credential, toldOf(`credential:${credential.name}`), now),
    ),
    ...(ofStoppedWork ? [ofStoppedWork] : []),
  ].filter(({ topic, now: state }) => state !== toldOf(topic));
}

async function tell(
  deps: TellDeps,
  admin: Admin,
  news: News,
): Promise<"done" | { retryAfterMs: number }> {
  try {
    if (news.message) {
      const chat = await openChat(deps.messenger, admin);
      if (!(await waitForTurn(deps.db, chat.conversationId)))
        return { retryAfterMs: usualPauseMs };
      await deps.messenger.reply(chat, {
        card: noticeCard({
          title: news.message.title,
          sentences: news.message.sentences,
          settings: tabLink(deps.linkBases, news.message.page),
        }),
        summary: news.message.title,
      });
    }
  } catch (error) {
    if (!(error instanceof MessengerFailure)) throw error;
    deps.log.warn({ err: error, topic: news.topic }, "an admin was not told");
    if (isPassing.has(error.kind))
      return { retryAfterMs: error.retryAfterMs ?? usualPauseMs };
    // Who has blocked the bot or left has not been told; the page names them, and a day later they are tried again.
    await noteTold(deps, admin, {
      topic: outOfReachTopic,
      now: error.kind,
      message: null,
    });
    return "done";
  }
  await noteTold(deps, admin, news);
  return "done";
}

async function openChat(
  messenger: Messenger,
  { place }: Admin,
): Promise<Conversation> {
  if (place?.kind === "chat") return place;
  if (place?.kind === "member")
    return {
      serviceUrl: place.serviceUrl,
      conversationId: await messenger.openChat(place),
    };
  throw new Error("This admin cannot be reached.");
}

async function noteTold(
  deps: TellDeps,
  admin: Admin,
  news: News,
): Promise<void> {
  const told = { told: news.now, told_at: deps.clock.now() };
  await deps.db
    .insertInto("admin_notices")
    .values({ object_id: admin.objectId, topic: news.topic, ...told })
    .onConflict((conflict) =>
      conflict.columns(["object_id", "topic"]).doUpdateSet(told),
    )
    .execute();
}
