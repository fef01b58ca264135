import type { KeptAccount } from "../account-store.ts";
import { troubleOf } from "../health/troubles.ts";

/** Something that admins should know, and what they were told of it last. */
export interface News {
  /** What it is about; each admin is told of a topic's changes only. */
  topic: string;
  /** Where the topic stands. */
  now: string;
  /** The message's title and sentences; null: nothing worth a message by itself. */
  message: {
    title: string;
    sentences: string[];
    /** Where the message's button leads. */
    page: "settings" | "settings/stopped-work";
  } | null;
}

const well = "connected";

/** How long Microsoft may be silent before admins hear of it, in milliseconds: by then it may be our own network. */
const silenceToldMs = 60 * 60_000;

/**
 * What to say of an account's connection. Nothing is told before a check has found it, and of Microsoft's silence
 * only what lasts.
 * @param told what this admin was told last; null: nothing yet
 */
export function connectionNews(
  account: Pick<
    KeptAccount,
    | "id"
    | "state"
    | "problem_code"
    | "state_since"
    | "user_principal_name"
    | "checked_at"
  >,
  told: string | null,
  at: Date,
): News {
  const topic = `account:${account.id}`;
  const name = account.user_principal_name;
  const nothingNew = { topic, now: told ?? well, message: null };
  const isConfirmed =
    account.checked_at !== null && account.checked_at >= account.state_since;
  if (!isConfirmed) return nothingNew;
  if (account.state === "connected")
    return {
      topic,
      now: well,
      message:
        told === null || told === well
          ? null
          : {
              page: "settings",
              title: "The connection works again",
              sentences: [
                `${name} is connected and everything works. What waited is being sent.`,
              ],
            },
    };
  const isShortSilence =
    account.problem_code === "unreachable" &&
    at.getTime() - account.state_since.getTime() < silenceToldMs;
  const now = `${account.state}:${account.problem_code ?? ""}`;
  if (now === told || isShortSilence) return nothingNew;
  const trouble = troubleOf(account.problem_code);
  return {
    topic,
    now,
    message: {
      page: "settings",
      title:
        account.state === "broken"
          ? "Invitations cannot go out"
          : "Something is missing for invitations",
      sentences: [
        `${trouble.sentence} It concerns ${name}.`,
        trouble.cure,
        ...(account.state === "broken"
          ? ["What is scheduled meanwhile is kept and sent afterwards."]
          : []),
      ],
    },
  };
}

/** A secret or certificate of the configuration and its end. */
export interface Credential {
  /** The variable that holds it. */
  name: string;
  /** ISO date; null where nobody said. */
  expiresOn: string | null;
}

/** Days before its end at which admins hear of a secret. */
export const warnDaysBefore = 14;

/** Whole days until a credential ends; negative afterwards, null where the end is not known. */
export function daysLeft(credential: Credential, now: Date): number | null {
  if (credential.expiresOn === null) return null;
  const end = Date.parse(`${credential.expiresOn}T00:00:00Z`);
  return Math.floor((end - now.getTime()) / 86_400_000);
}

/** What to say of a secret: once two weeks before its end, and once when it has ended. */
export function credentialNews(
  credential: Credential,
  told: string | null,
  now: Date,
): News {
  const topic = `credential:${credential.name}`;
  const days = daysLeft(credential, now);
  const state =
    days === null || days > warnDaysBefore
      ? "fine"
      : `${days < 0 ? "ended" : "ends"}:${credential.expiresOn ?? ""}`;
  return {
    topic,
    now: state,
    message:
      state === "fine" || state === told
        ? null
        : {
            page: "settings",
            title:
              (days ?? 0) < 0
                ? "A secret of ERG Events has expired"
                : "A secret of ERG Events expires soon",
            sentences: [
              `${credential.name} ${(days ?? 0) < 0 ? "expired" : "expires"} on ${credential.expiresOn ?? ""}.`,
              "Whoever runs the backend makes a new one in Entra, sets it together with its new date, and starts the backend again. Without it nothing can be sent.",
            ],
          },
  };
}

/** How long admins are left alone with news of stopped work after they have heard of some, in milliseconds. */
const stoppedWorkPauseMs = 86_400_000;

/**
 * What to say of work that has stopped: once, and of what came since not before a day has passed. That it is done is
 * no news.
 * @param stopped how much is listed, and when the newest of it stopped; null: nothing is
 */
export function stoppedWorkNews(
  stopped: { count: number; newestAt: Date } | null,
  told: { state: string; at: Date } | null,
  now: Date,
): News | null {
  if (!stopped) return null;
  const state = `stopped:${stopped.newestAt.toISOString()}`;
  // Texts of this form sort by time.
  const isNew = told === null || state > told.state;
  const isTooSoon =
    told !== null && now.getTime() - told.at.getTime() < stoppedWorkPauseMs;
  if (!isNew || isTooSoon) return null;
  return {
    topic: "stoppedWork",
    now: state,
    message: {
      page: "settings/stopped-work",
      title: "Some work has stopped",
      sentences: [
        stopped.count === 1
          ? "One thing was tried several times and given up."
          : `${stopped.count} things were tried several times and given up.`,
        "Settings, Stopped work, says what and why. There you start it again.",
      ],
    },
  };
}
