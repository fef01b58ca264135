import { pino } from "pino";
import type { JobWithMetadata } from "pg-boss";
import { longestPauseMs } from "./job-queue.ts";
import { runJob, type RunDeps } from "./run-job.ts";

const job = {
  id: "7d3e8f10-0000-4000-8000-000000000001",
  data: { groupId: "11111111-1111-4111-8111-111111111111" },
  retryCount: 1,
  retryLimit: 8,
  startedOn: new Date(0),
} as unknown as JobWithMetadata<unknown>;

/** Runs a job whose handler fails. @returns when the queue was told to look for the next try */
async function fail(given: Partial<JobWithMetadata<unknown>>) {
  const looks: [string, number][] = [];
  const deps = {
    queue: {
      isStopping: () => false,
      running: { begin: () => () => undefined },
      lookAfter: (name: string, ms: number) => looks.push([name, ms]),
    },
    stoppedJobs: { isHeld: () => Promise.resolve(false) },
    handlers: {
      "groups.sync": () => Promise.reject(new Error("Teams did not answer.")),
    },
    log: pino({ level: "silent" }),
    noteTiming: () => undefined,
  } as unknown as RunDeps;
  const end = await runJob("groups.sync", deps, { ...job, ...given });
  return { looks, status: end.status };
}

describe("a job that fails", () => {
  it("is looked for as soon as the queue would try it again", async () => {
    expect(await fail({})).toEqual({
      looks: [["groups.sync", 4000]],
      status: "failed",
    });
  });

  it("is looked for no more after its last try, or where nothing can help", async () => {
    expect((await fail({ retryCount: 8 })).looks).toEqual([]);
    expect(await fail({ data: {} })).toEqual({
      looks: [],
      status: "deadletter",
    });
  });

  it("is tried again after pauses that double, five minutes at most", () => {
    expect(
      [0, 1, 2, 7, 8].map((retryCount) => longestPauseMs({ retryCount })),
    ).toEqual([2_000, 4_000, 8_000, 256_000, 300_000]);
  });
});
