import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import type { Db } from "../../db/database.ts";
import { GraphFailure } from "../graph-failure.ts";
import {
  urgencies,
  type LaneLimits,
  type LaneNeeds,
  type Refusal,
  type Urgency,
} from "./lane-rules.ts";
import { seenEveryMs, stepLane, unseenMs, type NewCall } from "./step-lane.ts";

/** What a call says of itself; what it leaves out is that of a single request that mails nobody. */
export interface LaneCall extends Partial<LaneNeeds> {
  urgency: Urgency;
  /** Whose turn it takes; see `WaitingCall.share`. */
  share: string;
}

/** The way to one mailbox, for all processes together. */
export interface MailboxLane {
  /**
   * Runs the call when it is its turn.
   * @throws {GraphFailure} `retryable` or `quota`, with the time left, when its turn is too far away; nothing was
   *   sent then
   */
  run<T>(call: LaneCall, send: () => Promise<T>): Promise<T>;
  /**
   * Nobody sends anything for so many milliseconds: Microsoft asked for it. Said before the call that met it ends, or
   * another one takes its place.
   */
  pause(pauseMs: number): void;
}

/** This process's end of one account's lane. */
export interface LaneEnd extends MailboxLane {
  /** Looks whose turn it is. */
  look(): void;
  close(): Promise<void>;
}

interface Waiter {
  call: NewCall;
  start: () => void;
  refuse: (error: unknown) => void;
}

/** Pause after a look that failed, in milliseconds. */
const troubleMs = 1_000;

/**
 * Opens this process's end of a lane. What changes in one moment is told to the database together; while nothing
 * waits and nothing ends, it asks for nothing.
 */
export function openLaneEnd(deps: {
  db: Db;
  log: Logger;
  limits: LaneLimits;
  holder: string;
  accountId: string;
}): LaneEnd {
  const { accountId, holder } = deps;
  const waiters = new Map<string, Waiter>();
  const running = new Map<string, NewCall>();
  let joining: string[] = [];
  const ended: string[] = [];
  /** Those of `waiters` that start when another call ends. */
  let standBy: string[] = [];
  /** Those that did, and that the database does not know of. */
  let started: NewCall[] = [];
  /** Those of ours that the last look did not find: this process had not been seen for long. */
  let missing: ReadonlySet<string> = new Set();
  /** Places that the database takes for ours, of calls that have ended. */
  let spare = 0;
  /** When the last look began that came through: since then the database holds our places. */
  let seenAt = -Infinity;
  let pauseMs = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let closed = false;

  function look(): void {
    lookAgain = true;
    looking ??= lookWhileNeeded();
  }

  async function lookWhileNeeded(): Promise<void> {
    try {
      while (lookAgain) {
        // What happens in the same moment goes together.
        await setImmediate();
        lookAgain = false;
        if (timer) clearTimeout(timer);
        timer = null;
        lookIn(await lookOnce());
      }
    } finally {
      // Not a moment later: who asks for a look in between would not get it.
      looking = null;
    }
  }

  function lookIn(afterMs: number | null): void {
    if (afterMs === null || closed) return;
    timer = setTimeout(look, Math.max(1, afterMs));
    timer.unref();
  }

  /** @returns how long until the next look, in milliseconds; null: until something happens */
  async function lookOnce(): Promise<number | null> {
    const beganAt = performance.now();
    const joins = new Set(joining.splice(0));
    const told = {
      ended: ended.splice(0),
      started: started.splice(0),
      pauseMs,
    };
    spare = 0;
    pauseMs = 0;
    const calls = [...waiters.values()].map(({ call }) => call);
    const step = {
      accountId,
      holder,
      joining: calls.filter(({ id }) => joins.has(id)),
      alive: [...waiters.keys(), ...running.keys()].filter(
        (id) => !joins.has(id),
      ),
      missing: [...running.values()].filter(
        (call) => missing.has(call.id) && !told.started.includes(call),
      ),
      standBy: [...standBy],
      ...told,
    };
    try {
      const decision = await stepLane(deps.db, deps.limits, step);
      if (performance.now() - beganAt > unseenMs)
        throw new Error("A look took so long that its places may be others'.");
      seenAt = beganAt;
      for (const { id } of decision.admitted) letIn(id);
      for (const refusal of decision.refused)
        take(refusal.id)?.refuse(refusalOf(refusal, decision.now));
      standBy = decision.standBy.map(({ id }) => id);
      fillPlaces();
      comeBack(decision.missing);
      const own = decision.lookAt && decision.lookAt - decision.now;
      if (waiters.size + running.size === 0) return null;
      return Math.min(seenEveryMs, own ?? seenEveryMs);
    } catch (error) {
      deps.log.warn({ err: error, account: accountId }, "the mailbox lane");
      // Whether this was taken in is not known: it is told again, which does no harm.
      ended.push(...told.ended);
      started.push(...told.started);
      pauseMs = Math.max(pauseMs, told.pauseMs);
      standBy = [];
      for (const { id } of calls) {
        const waiter = take(id);
        if (!waiter) continue;
        waiter.refuse(error);
        ended.push(id);
      }
      return troubleMs;
    }
  }

  function letIn(id: string): void {
    const waiter = take(id);
    if (waiter) start(waiter);
    // It took a place by itself meanwhile, and has been counted now.
    else started = started.filter((call) => call.id !== id);
  }

  function start(waiter: Waiter): void {
    running.set(waiter.call.id, waiter.call);
    waiter.start();
  }

  /** Calls that were given up while this process was not seen join again, or are counted again. */
  function comeBack(ids: readonly string[]): void {
    missing = new Set(ids);
    joining.push(...ids.filter((id) => waiters.has(id)));
    lookAgain ||= ids.some((id) => waiters.has(id) || running.has(id));
  }

  /** Those who stand by take the places of what has ended. */
  function fillPlaces(): void {
    while (spare > 0 && mayStartAlone()) {
      const id = standBy.shift();
      if (id === undefined) return;
      const waiter = take(id);
      if (!waiter) continue;
      spare -= 1;
      started.push(waiter.call);
      start(waiter);
    }
  }

  /** Not during a pause; and not when this process may have been given up, as after it was frozen. */
  function mayStartAlone(): boolean {
    const now = performance.now();
    return now >= pausedUntil && now - seenAt < seenEveryMs;
  }

  function take(id: string): Waiter | undefined {
    const waiter = waiters.get(id);
    waiters.delete(id);
    return waiter;
  }

  return {
    async run(given, send) {
      const call = asCall(given);
      await new Promise<void>((start, refuse) => {
        waiters.set(call.id, { call, start, refuse });
        joining.push(call.id);
        look();
      });
      try {
        return await send();
      } finally {
        running.delete(call.id);
        ended.push(call.id);
        // A batch gives its places back to all.
        if (call.slots === 1) spare += 1;
        fillPlaces();
        look();
      }
    },
    pause(asked) {
      pauseMs = Math.max(pauseMs, asked);
      pausedUntil = Math.max(pausedUntil, performance.now() + asked);
      look();
    },
    look,
    async close() {
      closed = true;
      const closing = new Error("this backend stops");
      for (const { call, refuse } of waiters.values()) {
        refuse(closing);
        ended.push(call.id);
      }
      waiters.clear();
      standBy = [];
      joining = [];
      if (ended.length > 0) look();
      await looking;
      if (timer) clearTimeout(timer);
    },
  };
}

function asCall({ urgency, share, ...needs }: LaneCall): NewCall {
  return {
    id: randomUUID(),
    urgency: urgencies[urgency],
    share,
    slots: needs.slots ?? 1,
    requests: needs.requests ?? 1,
    messages: needs.messages ?? 0,
    recipients: needs.recipients ?? 0,
  };
}

function refusalOf({ reason, freeAt }: Refusal, now: number): GraphFailure {
  return new GraphFailure({
    kind: reason === "recipients" ? "quota" : "retryable",
    status: 429,
    code: refusalCodes[reason],
    message: refusalSentences[reason],
    retryAfterMs: freeAt - now,
  });
}

const refusalCodes: Record<Refusal["reason"], string> = {
  paused: "lanePaused",
  slow: "laneSlow",
  requests: "laneRequests",
  messages: "laneMessages",
  recipients: "laneRecipients",
};

const refusalSentences: Record<Refusal["reason"], string> = {
  paused: "Outlook has asked for a pause.",
  slow: "Outlook takes long to answer.",
  requests: "The mailbox has had all the requests that Outlook takes for now.",
  messages: "The mailbox has sent all the mails that Exchange takes a minute.",
  recipients:
    "The mailbox has mailed all the people that Exchange allows a day.",
};
