import { spawn } from "node:child_process";
import { join } from "node:path";

/** A product started as `npm start` starts it, once everything is installed and built. */
export type RunningStart = {
  /** Resolves with all that it printed when it says that it is ready; fails if it ends before. */
  untilReady: () => Promise<string>;
  errors: () => string;
  signal: (signal: NodeJS.Signals) => void;
  /** The exit code, or null after a signal. */
  ended: Promise<number | null>;
  /** Ends it whatever it does, for after a failed test. */
  kill: () => Promise<void>;
};

const root = join(import.meta.dirname, "..", "..");

export function runStart(environment: Record<string, string>): RunningStart {
  const child = spawn(process.execPath, [join(root, "scripts", "start.ts")], {
    cwd: root,
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
    ended,
    kill: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
