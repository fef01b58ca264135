import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const require = createRequire(import.meta.url);

type Check = { name: string; command: string; args: string[] };

const typeScript = (folder: string): Check => ({
  name: `types of ${folder}`,
  command: "typescript/bin/tsc",
  args: ["-p", join(folder, "tsconfig.json")],
});

/** The slowest first, so that the two lanes end at about the same time. */
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

/** Runs every check, two at a time, with a line each; what a failed one said is shown whole. */
export async function runChecks(root: string): Promise<boolean> {
  const waiting = [...checks];
  let passed = true;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      passed = (await runCheck(root, check)) && passed;
    }
  };
  await Promise.all([lane(), lane()]);
  return passed;
}

async function runCheck(root: string, check: Check): Promise<boolean> {
  const startedAt = performance.now();
  const program = resolve(root, "node_modules", check.command);
  const { code, output } = existsSync(program)
    ? await run(root, [program, ...check.args])
    : { code: 1, output: `${program} is missing: run "npm ci".` };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${code === 0 ? "ok    " : "FAILED"} ${check.name} (${seconds} s)`,
  );
  if (code !== 0) console.log(output.trim());
  return code === 0;
}

async function run(
  root: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  return { code, output };
}
