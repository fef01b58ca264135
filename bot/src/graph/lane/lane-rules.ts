/**
 * The rules of a mailbox lane, without a database: who goes next. All times are milliseconds since 1970 by the
 * database's clock, which every process shares.
 */
import { openUse, type LaneUse, type OpenUse } from "./lane-use.ts";

/** Calls of a smaller number go first. */
export const urgencies = { interactive: 0, usual: 1, bulk: 2 } as const;
export type Urgency = keyof typeof urgencies;

/** Requests of one app to one mailbox at one time (Graph: "Throttling limits", Outlook service limits). */
export const mailboxConcurrency = 4;

/** What the platform lets one app do with one mailbox. */
export interface LaneLimits {
  /** Requests at one time. */
  width: number;
  /** Graph: "Throttling limits", Outlook service limits. */
  requestsPer10Minutes: number;
  /** Mails sent (Exchange Online limits: message rate limit). */
  messagesPerMinute: number;
  /** People mailed in 24 hours (Exchange Online limits: recipient rate limit); a group counts as one. */
  recipientsPerDay: number;
}

/** What one call takes. */
export interface LaneNeeds {
  /** Of the lane's width: the parts of a batch run four at a time, so a batch takes all. */
  slots: number;
  /** Of the requests' quota: each part of a batch counts. */
  requests: number;
  /** Mails that Exchange sends because of it, and to how many recipients. */
  messages: number;
  recipients: number;
}

export interface WaitingCall extends LaneNeeds {
  id: string;
  /** The process that makes it. */
  holder: string;
  urgency: number;
  /** Calls of several shares take turns: a group's, so that a busy one does not hold the others up. */
  share: string;
  /** In the order in which they asked. */
  asked: number;
  askedAt: number;
  /** Starts without asking when a call of its process ends; what it takes is set aside. */
  standsBy: boolean;
}

interface RunningCall {
  holder: string;
  slots: number;
  share: string;
  startedAt: number;
}

export interface LaneState {
  now: number;
  /** Microsoft asked for a pause until then; 0: it did not. */
  pausedUntil: number;
  running: readonly RunningCall[];
  waiting: readonly WaitingCall[];
  /** Of the last 24 hours, oldest first. */
  uses: readonly LaneUse[];
}

/** Why a call is not let in, and when it would be. */
export interface Refusal {
  id: string;
  reason: "paused" | "slow" | "requests" | "messages" | "recipients";
  freeAt: number;
}

export interface LaneDecision {
  /** Calls of the deciding process that start now. */
  admitted: WaitingCall[];
  /**
   * Its calls that each take, in this order, the place of the next call of that process that ends, until it decides
   * again: so no place is empty while the database is asked.
   */
  standBy: WaitingCall[];
  /** Its calls that would wait too long here. */
  refused: Refusal[];
  /** Other processes whose turn it is. */
  nudged: string[];
  /** When to look again, though nothing happens before; null: no need. */
  lookAt: number | null;
}

/** Longest wait in the lane, in milliseconds: a job that waits longer gives its worker to others. */
export const longestWaitMs = 5_000;
/** How long those stay away who met a mailbox that is slow, in milliseconds. */
const stuckPauseMs = longestWaitMs + 1;
/** A call that waited this long counts as one degree more urgent, so that nobody waits for ever. */
const agingMs = 10_000;
/**
 * A process may give its own free slot to its own next call before an equally urgent one of another process that has
 * waited less than this: handing a slot over costs the time of a message between processes. As many calls as a process
 * makes at a time get their turn within it, also where there is one slot for each process.
 */
const affinityMs = 4_000;

/** Decides for one process; each process decides for itself, one at a time. Pure. */
export function decideLane(
  state: LaneState,
  limits: LaneLimits,
  holder: string,
): LaneDecision {
  const decision: LaneDecision = {
    admitted: [],
    standBy: [],
    refused: [],
    nudged: [],
    lookAt: null,
  };
  const queue = inOrder(state);
  if (state.pausedUntil > state.now) {
    waitFor(decision, state, {
      calls: queue.filter((call) => call.holder === holder),
      reason: "paused",
      freeAt: state.pausedUntil,
    });
    for (const call of queue)
      if (call.standsBy && call.holder !== holder) nudge(decision, call.holder);
    return decision;
  }
  if (isStuck(state, limits)) {
    waitFor(decision, state, {
      calls: queue.filter((call) => call.holder === holder),
      reason: "slow",
      freeAt: state.now + stuckPauseMs,
    });
    return decision;
  }
  const used = openUse(state);
  let free =
    limits.width - state.running.reduce((sum, { slots }) => sum + slots, 0);
  const passedOver: WaitingCall[] = [];
  for (const [place, call] of queue.entries()) {
    if (isAfter(call, passedOver, state.now)) break;
    const lack = call.standsBy ? null : used.lackFor(call, limits);
    if (lack) {
      const isAll = lack.reason === "requests";
      const held = isAll ? queue.slice(place) : [call];
      waitFor(decision, state, {
        calls: held.filter((each) => each.holder === holder),
        ...lack,
      });
      if (isAll) break;
      continue;
    }
    const slots = Math.min(call.slots, limits.width);
    // Nobody overtakes a call that needs more slots than are free: it would wait for ever.
    if (slots > free) break;
    if (call.holder === holder) {
      decision.admitted.push(call);
    } else if (mayPassOver(call, queue.slice(place + 1), state.now, holder)) {
      passedOver.push(call);
      continue;
    } else {
      nudge(decision, call.holder);
    }
    if (!call.standsBy) used.add(call);
    free -= slots;
  }
  for (const call of passedOver) {
    if (call.slots > free) break;
    nudge(decision, call.holder);
    free -= call.slots;
  }
  if (free === 0)
    decision.standBy = chooseStandBy(state, {
      queue: queue.filter((call) => !decision.admitted.includes(call)),
      places: [...state.running, ...decision.admitted].filter(
        (call) => call.holder === holder && call.slots === 1,
      ).length,
      used,
      limits,
      holder,
    });
  const settled = [...decision.admitted, ...decision.refused].map(
    ({ id }) => id,
  );
  callOff(decision, {
    queue,
    ours: queue.filter(
      (call) =>
        call.holder === holder &&
        !settled.includes(call.id) &&
        (call.standsBy || !used.lackFor(call, limits)),
    ),
    now: state.now,
    holder,
  });
  return decision;
}

/**
 * Who stands by in other processes would start before a more urgent call of ours that could: those processes look again,
 * and nobody stands by there behind it.
 */
function callOff(
  decision: LaneDecision,
  given: {
    queue: readonly WaitingCall[];
    ours: readonly WaitingCall[];
    now: number;
    holder: string;
  },
): void {
  const { queue, ours, now, holder } = given;
  for (const call of queue)
    if (call.standsBy && call.holder !== holder && isAfter(call, ours, now))
      nudge(decision, call.holder);
}

/** Who follows the calls of one process, up to the first whose turn it is and that cannot. */
function chooseStandBy(
  { now }: LaneState,
  given: {
    queue: readonly WaitingCall[];
    places: number;
    used: OpenUse;
    limits: LaneLimits;
    holder: string;
  },
): WaitingCall[] {
  const { queue, used, limits, holder } = given;
  const chosen: WaitingCall[] = [];
  const passedOver: WaitingCall[] = [];
  for (const [place, call] of queue.entries()) {
    if (chosen.length === given.places || call.slots > 1) break;
    if (isAfter(call, passedOver, now)) break;
    const lack = call.standsBy ? null : used.lackFor(call, limits);
    if (lack?.reason === "requests") break;
    if (lack) continue;
    if (call.holder === holder) {
      if (!call.standsBy) used.add(call);
      chosen.push(call);
    } else if (mayPassOver(call, queue.slice(place + 1), now, holder))
      passedOver.push(call);
    else break;
  }
  return chosen;
}

/** Whether all that may run has been under way for long: who waits behind it would hold a worker for as long. */
function isStuck({ running, now }: LaneState, limits: LaneLimits): boolean {
  const slots = running.reduce((sum, call) => sum + call.slots, 0);
  return (
    slots >= limits.width &&
    running.every(({ startedAt }) => now - startedAt > longestWaitMs)
  );
}

/** Urgent ones first; among equals shares take turns, and within a share who asked first. */
function inOrder(state: LaneState): WaitingCall[] {
  const turns = new Map<string, number>();
  for (const { share } of state.running)
    turns.set(share, (turns.get(share) ?? 0) + 1);
  const ranked = [...state.waiting]
    .map((call) => ({ call, urgency: urgencyNow(call, state.now) }))
    .sort((a, b) => a.urgency - b.urgency || a.call.asked - b.call.asked)
    .map((entry) => {
      const turn = turns.get(entry.call.share) ?? 0;
      turns.set(entry.call.share, turn + 1);
      return { ...entry, turn };
    });
  return ranked
    .sort(
      (a, b) =>
        a.urgency - b.urgency || a.turn - b.turn || a.call.asked - b.call.asked,
    )
    .map(({ call }) => call);
}

function urgencyNow(call: WaitingCall, now: number): number {
  return Math.max(
    0,
    call.urgency - Math.floor(Math.max(0, now - call.askedAt) / agingMs),
  );
}

function mayPassOver(
  call: WaitingCall,
  behind: readonly WaitingCall[],
  now: number,
  holder: string,
): boolean {
  if (now - call.askedAt >= affinityMs) return false;
  return behind.some(
    (other) =>
      other.holder === holder &&
      other.slots <= call.slots &&
      urgencyNow(other, now) <= urgencyNow(call, now),
  );
}

/** Whether one of those others is more urgent than this call. */
function isAfter(
  call: WaitingCall,
  others: readonly WaitingCall[],
  now: number,
): boolean {
  return others.some((other) => urgencyNow(other, now) < urgencyNow(call, now));
}

function nudge(decision: LaneDecision, holder: string): void {
  if (!decision.nudged.includes(holder)) decision.nudged.push(holder);
}

/**
 * Short waits are waited out here, long ones by whoever asked. Who stands by may have started meanwhile, so it is sent
 * away by the next look, when it does no more.
 */
function waitFor(
  decision: LaneDecision,
  state: LaneState,
  lack: {
    calls: readonly WaitingCall[];
    reason: Refusal["reason"];
    freeAt: number;
  },
): void {
  const { calls, reason, freeAt } = lack;
  const isLong = freeAt - state.now > longestWaitMs;
  const lookAt = (at: number) => {
    decision.lookAt = Math.min(decision.lookAt ?? Infinity, at);
  };
  for (const { id, standsBy } of calls)
    if (!isLong) lookAt(freeAt);
    else if (standsBy) lookAt(state.now);
    else decision.refused.push({ id, reason, freeAt });
}
