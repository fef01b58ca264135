import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { openScratch } from "./scratch.ts";
import { runStart } from "./run-start.ts";

/** What happened to a product that was started where there is no network. */
export interface OfflineRun {
  networks: string[];
  printed: string;
  /** HTTP status by what was opened. */
  statuses: Record<string, number>;
  exitCode: number | null;
  /** Everything that a process of the product tried to reach beyond this machine. */
  outsideAttempts: string;
  /** The same of a process that does try: the recorder is awake. */
  provokedAttempts: string;
}

/** Runs inside the namespace; the one line that it prints is an OfflineRun. */
const scratch = await openScratch();
const attempts = join(scratch.folder, "outside-attempts");
const provoked = join(scratch.folder, "provoked-attempts");
for (const file of [attempts, provoked]) await writeFile(file, "");
const recorder = new URL("record-outside.ts", import.meta.url).href;
const recorded = (file: string) => ({
  NODE_OPTIONS: `--import=${recorder}`,
  OUTSIDE_ATTEMPTS: file,
});
spawnSync(
  process.execPath,
  ["-e", "fetch('https://graph.example/v1.0').catch(() => {})"],
  { env: { ...process.env, ...recorded(provoked) } },
);
const product = runStart({ ...scratch.environment, ...recorded(attempts) });
try {
  const printed = await product.untilReady();
  const status = async (url: string) => (await fetch(url)).status;
  const statuses = {
    ready: await status(`${scratch.productUrl}/readyz`),
    tab: await status(`${scratch.productUrl}/`),
    teams: await status(`${scratch.pagesUrl}/app`),
  };
  product.signal("SIGINT");
  const run: OfflineRun = {
    networks: Object.keys(networkInterfaces()),
    printed,
    statuses,
    exitCode: await product.ended,
    outsideAttempts: await readFile(attempts, "utf8"),
    provokedAttempts: await readFile(provoked, "utf8"),
  };
  process.stdout.write(JSON.stringify(run));
} finally {
  await product.kill();
  await scratch.remove();
}
