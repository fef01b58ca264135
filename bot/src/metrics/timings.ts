import type { JobName } from "../jobs/job-catalog.ts";
import type { CallOutcome } from "./outcome.ts";

interface CallLabels {
  operation: string;
  outcome: CallOutcome;
}

/** What is measured, with the labels of each; every label has a bounded number of values. */
export interface TimingLabels {
  /** `route` is the pattern, such as `/api/events/:id`. */
  http: { method: string; route: string; status: string };
  graph: CallLabels;
  connector: CallLabels;
  entra: CallLabels;
  /** `waits`: it comes back at a time of its choosing; `stopped`: its last try failed. */
  job: { job: JobName; outcome: JobOutcome };
}

export type JobOutcome = "done" | "waits" | "failed" | "stopped" | "held";

/** Notes how long something took, in milliseconds. */
export type NoteTiming = <What extends keyof TimingLabels>(
  what: What,
  labels: TimingLabels[What],
  durationMs: number,
) => void;
