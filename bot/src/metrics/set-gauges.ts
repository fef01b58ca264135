import type { Gauge } from "prom-client";
import { jobNames } from "../jobs/job-catalog.ts";
import type { Measures } from "./measures.ts";
import { gaugeNames } from "./metric-names.ts";

const accountStates = [
  "connected",
  "degraded",
  "broken",
  "disconnected",
] as const;

/** Writes what is so now into the gauges; what is gone is not told any more. */
export function setGauges(
  gauges: ReadonlyMap<string, Gauge>,
  measures: Measures,
): void {
  const set = (
    which: keyof typeof gaugeNames,
    labels: Record<string, string>,
    value: number,
  ) => gauges.get(gaugeNames[which].name)?.set(labels, value);
  for (const gauge of gauges.values()) gauge.reset();

  set("ready", {}, measures.isReady ? 1 : 0);
  setJobs(set, measures);
  for (const kind of ["jobs", "events", "cards"] as const)
    set("stopped", { kind }, measures.stored.stopped[kind]);
  for (const account of measures.stored.accounts) {
    const labels = { account: account.id };
    set("lane", { ...labels, state: "running" }, account.callsRunning);
    set("lane", { ...labels, state: "waiting" }, account.callsWaiting);
    set("lanePaused", labels, account.pausedSeconds);
    set("requests", labels, account.requests);
    set("recipients", labels, account.recipients);
    if (account.subscriptionSeconds !== null)
      set("subscription", labels, account.subscriptionSeconds);
    for (const state of accountStates)
      set("account", { ...labels, state }, account.state === state ? 1 : 0);
  }
}

function setJobs(
  set: (
    which: keyof typeof gaugeNames,
    labels: Record<string, string>,
    value: number,
  ) => void,
  { running, stored }: Measures,
): void {
  for (const job of jobNames) {
    const counts = stored.jobs.find(({ name }) => name === job);
    set("running", { job }, running.get(job) ?? 0);
    set("jobs", { job, state: "due" }, counts?.due ?? 0);
    set("jobs", { job, state: "postponed" }, counts?.postponed ?? 0);
    set("jobs", { job, state: "running" }, counts?.running ?? 0);
    set("jobs", { job, state: "failed" }, counts?.failed ?? 0);
    set("oldest", { job }, counts?.oldestSeconds ?? 0);
  }
}
