import { spawn } from "node:child_process";
import { join } from "node:path";

/** A product started as `npm start` starts it, once everything is installed and built. */
export type RunningStart = {
  /** Resolves with all that it printed when it says that it is ready; fails if it ends before. */
  untilReady: () => Promise<string>;
  errors: () => string;
  signal: (signal: NodeJS.Signals) => void;
  /** As the terminal does it: every process of the command gets the signal. */
  pressCtrlC: () => void;
  /** The exit code, or null after a signal. */
  ended: Promise<number | null>;
  /** Ends it whatever it does, for after a failed test. */
  kill: () => Promise<void>;
};

const stopWithinMs = 60_000;

const root = join(import.meta.dirname, "..", "..");

/** `npm start` itself, what it runs, and what that comes to once everything is installed and built. */
const commands = {
  npm: ["npm", "start"],
  "bootstrap.mjs": [process.execPath, "scripts/bootstrap.mjs", "start"],
  "start.ts": [process.execPath, "scripts/start.ts"],
} satisfies Record<string, [string, ...string[]]>;

export function runStart(
  environment: Record<string, string>,
  options: { command?: keyof typeof commands; uid?: number } = {},
): RunningStart {
  const { command = "start.ts", uid } = options;
  const [program, ...args] = commands[command];
  const child = spawn(program, args, {
    cwd: root,
    // A process group of its own, as a terminal gives to each command.
    detached: true,
    ...(uid !== undefined && { uid, gid: uid }),
    // Without what jest needs for itself.
    env: { ...process.env, NODE_OPTIONS: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((done) => {
    child.on("close", done);
  });
  const ready = new Promise<string>((done) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops everything.")) done(output);
    });
  });
  return {
    untilReady: () =>
      Promise.race([
        ready,
        ended.then((code) => {
          throw new Error(`It ended with ${code}: ${errors}`);
        }),
      ]),
    errors: () => errors,
    signal: (signal) => child.kill(signal),
    pressCtrlC: () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
    },
    ended,
    kill: async () => {
      child.kill("SIGTERM");
      // Its children end by themselves when it is gone.
      const patience = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
      await ended;
      clearTimeout(patience);
    },
  };
}
