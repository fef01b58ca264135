import type { FaultEffect } from "../../../simulator/http/fault.ts";

/** Longest wait for an answer in these runs, in seconds; a late answer comes after it. */
export const answerTimeoutSeconds = 2;

/**
 * What can happen to one call: to the product (it is killed), or to the call. `before` is before it has its effect,
 * `after` between the effect and the answer.
 */
export const faultKinds = {
  "crash before": { kills: "received" },
  "crash after": { kills: "effectDone" },
  /** The worst time-out: the effect comes after the product has given up waiting. */
  "time-out": {
    effect: { kind: "latency", ms: (answerTimeoutSeconds + 1) * 1_000 },
  },
  "429": {
    effect: {
      kind: "status",
      status: 429,
      retryAfterSeconds: 0.3,
      when: "before",
    },
  },
  "500 before": { effect: { kind: "status", status: 500, when: "before" } },
  "500 after": { effect: { kind: "status", status: 500, when: "after" } },
  "reset before": { effect: { kind: "reset", when: "before" } },
  "reset after": { effect: { kind: "reset", when: "after" } },
} as const satisfies Record<
  string,
  { kills: "received" | "effectDone" } | { effect: FaultEffect }
>;

export type FaultKind = keyof typeof faultKinds;
export const allFaultKinds = Object.keys(faultKinds) as FaultKind[];

/** Whether the fault leaves it unclear if a call of this kind had its effect: all but a plain "not now" do. */
export function isUnclear(
  strike: { call: { kind: string }; fault: FaultKind },
  kind: RegExp,
): boolean {
  return kind.test(strike.call.kind) && strike.fault !== "429";
}
