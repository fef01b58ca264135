import type { FaultEffect, Service } from "../api/inspector-shapes.ts";

/** The faults that the form offers, for requests and for what Microsoft sends. */
export type OfferedEffect = {
  label: string;
  effect: FaultEffect;
  /** Only for what the simulator delivers to the app. */
  deliveries?: true;
};

const offeredEffects: readonly OfferedEffect[] = [
  {
    label: "429, try again after 2.5 s",
    effect: {
      kind: "status",
      status: 429,
      retryAfterSeconds: 2.5,
      when: "before",
    },
  },
  {
    label: "503 before the effect",
    effect: { kind: "status", status: 503, when: "before" },
  },
  {
    label: "504 after the effect",
    effect: { kind: "status", status: 504, when: "after" },
  },
  {
    label: "500 before the effect",
    effect: { kind: "status", status: 500, when: "before" },
  },
  {
    label: "Connection lost before the effect",
    effect: { kind: "reset", when: "before" },
  },
  {
    label: "Connection lost after the effect",
    effect: { kind: "reset", when: "after" },
  },
  {
    label: "Connection lost, effect 15 seconds later",
    effect: { kind: "late", ms: 15_000 },
  },
  { label: "5 seconds late", effect: { kind: "latency", ms: 5000 } },
  {
    label: "Lost on the way",
    effect: { kind: "dropNotification" },
    deliveries: true,
  },
  {
    label: "Delivered twice",
    effect: { kind: "doubleNotification" },
    deliveries: true,
  },
  {
    label: "Delivered 10 seconds late",
    effect: { kind: "delayNotification", ms: 10_000 },
    deliveries: true,
  },
];

export function effectsFor(service: Service): readonly OfferedEffect[] {
  return offeredEffects.filter(
    ({ deliveries }) => (deliveries ?? false) === (service === "notification"),
  );
}
