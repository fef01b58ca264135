import type { FaultEffect } from "./fault.ts";

/** What faults make of a message to the product: one delay in milliseconds for each copy that is sent. */
export function whenToSend(effects: FaultEffect[]): number[] {
  let delays = [0];
  for (const effect of effects) {
    if (effect.kind === "dropNotification") delays = [];
    if (effect.kind === "doubleNotification") delays = [...delays, ...delays];
    if (effect.kind === "delayNotification" || effect.kind === "latency") {
      delays = delays.map((delayMs) => delayMs + effect.ms);
    }
  }
  return delays;
}
