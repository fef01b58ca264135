import { join } from "node:path";
import type { OfflineRun } from "./run-offline.ts";
import { canGoOffline, runWithoutNetwork } from "./without-network.ts";

const possible = canGoOffline();

describe("npm start on a machine without a network", () => {
  (possible ? it : it.skip)(
    `comes up, answers, ends, and tries to reach nothing outside${possible ? "" : " (not tried: this system gives us no network namespace)"}`,
    async () => {
      const output = await runWithoutNetwork(
        join(import.meta.dirname, "run-offline.ts"),
      );
      const run = JSON.parse(output) as OfflineRun;
      expect(run.networks).toEqual(["lo"]);
      expect(run.printed).toContain("ERG Events is ready");
      expect(run.statuses).toEqual({ ready: 200, tab: 200, teams: 200 });
      expect(run.exitCode).toBe(0);
      expect(run.provokedAttempts).toContain("connect graph.example");
      expect(run.outsideAttempts).toBe("");
    },
    120_000,
  );
});
