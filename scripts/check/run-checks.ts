import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { setPriority } from "node:os";
import { join, resolve } from "node:path";

const require = createRequire(import.meta.url);

type Check = { name: string; command: string; args: string[] };

/** By TypeScript 7, in less than half of the processor's time; the linter's rules still need the 6 beside it. */
const typeScript = (folder: string): Check => ({
  name: `types of ${folder}`,
  command: "typescript-native/bin/tsc",
  args: ["-p", join(folder, "tsconfig.json")],
});

/** The slowest first, so that two lanes end at about the same time. */
const checks: Check[] = [
  {
    name: "lint",
    command: "eslint/bin/eslint.js",
    args: [".", "--max-warnings", "0"],
  },
  {
    name: "format",
    command: require.resolve("prettier/bin/prettier.cjs"),
    args: ["--check", "--log-level", "warn", "."],
  },
  typeScript("tab"),
  typeScript("simulator/teams-client"),
  typeScript("bot"),
  typeScript("simulator"),
  { ...typeScript("."), name: "types of scripts and tests" },
  { name: "unused code", command: "knip/bin/knip.js", args: [] },
];

/** How the checks share the machine. */
export interface ChecksPace {
  /** How many checks run at a time. */
  lanes: number;
  /** What the system gives them of the processor, as os.setPriority counts: the higher, the less. */
  niceness: number;
}

/** What a check came to. */
export interface CheckOutcome {
  passed: boolean;
  /** One line for people: how it went and how long it took. */
  line: string;
  /** All that a failed one said. */
  complaint: string;
}

/**
 * Runs every check.
 *
 * @param tell gets each outcome as soon as it is known
 * @returns the outcomes, in the order in which the checks ended
 */
export async function runChecks(
  root: string,
  pace: ChecksPace,
  tell: (outcome: CheckOutcome) => void,
): Promise<CheckOutcome[]> {
  const waiting = [...checks];
  const outcomes: CheckOutcome[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await runCheck(root, check, pace.niceness);
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: pace.lanes }, lane));
  return outcomes;
}

async function runCheck(
  root: string,
  check: Check,
  niceness: number,
): Promise<CheckOutcome> {
  const startedAt = performance.now();
  const program = resolve(root, "node_modules", check.command);
  const { code, output } = existsSync(program)
    ? await run(root, [program, ...check.args], niceness)
    : { code: 1, output: `${program} is missing: run "npm ci".` };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  return {
    passed: code === 0,
    line: `${code === 0 ? "ok    " : "FAILED"} ${check.name} (${seconds} s)`,
    complaint: code === 0 ? "" : output.trim(),
  };
}

async function run(
  root: string,
  args: string[],
  niceness: number,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) setPriority(child.pid, niceness);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  return { code, output };
}
