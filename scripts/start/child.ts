import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync } from "node:fs";
import { readLastLine } from "./last-line.ts";

/** A process of the product, or of the tools that rebuild it. */
export type Child = {
  name: string;
  /** Settles with its message `{type: "ready", …}`; never, if it ends before. */
  ready: Promise<unknown>;
  /** Settles when it has ended, with the line to show if nobody asked it to. */
  ended: Promise<string>;
  /** Asks it to end, and kills it after `graceMs` or when `forced` aborts. True: it ended by itself. */
  stop: (options: { graceMs: number; forced: AbortSignal }) => Promise<boolean>;
};

/**
 * Starts a script under this Node. It gets a process group of its own, so that
 * Ctrl-C reaches only us and we end the children in order; and a channel,
 * whose end tells it that we are gone, however that came.
 */
export function startChild({
  name,
  args,
  cwd,
  env,
  logFile,
}: {
  name: string;
  args: string[];
  cwd: string;
  env: Record<string, string | undefined>;
  logFile: string;
}): Child {
  const log = openSync(logFile, "a");
  const logStart = fstatSync(log).size;
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ["ignore", log, log, "ipc"],
    detached: process.platform !== "win32",
  });
  closeSync(log);
  const exit = new Promise<string>((done) => {
    child.on("error", (error) => {
      done(error.message);
    });
    child.on("exit", (code, signal) => {
      done(signal ?? `exit code ${code}`);
    });
  });
  return {
    name,
    ready: new Promise((done) => {
      child.on("message", (message) => {
        if (isReady(message)) done(message);
      });
    }),
    ended: exit.then(async (how) => {
      const why = await readLastLine(logFile, logStart);
      return `${name} ended by itself (${how})${why ? `: ${why}` : "."} Its log: ${logFile}`;
    }),
    stop: async ({ graceMs, forced }) => {
      // Windows has no SIGTERM to handle: there the closed channel asks.
      if (process.platform === "win32") child.disconnect();
      else child.kill("SIGTERM");
      const patience = AbortSignal.any([forced, AbortSignal.timeout(graceMs)]);
      const asked = await Promise.race([
        exit.then(() => true),
        aborted(patience).then(() => false),
      ]);
      if (!asked) child.kill("SIGKILL");
      await exit;
      return asked;
    },
  };
}

function isReady(message: unknown): boolean {
  return (
    typeof message === "object" &&
    message !== null &&
    "type" in message &&
    message.type === "ready"
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => {
    signal.addEventListener(
      "abort",
      () => {
        done();
      },
      { once: true },
    );
  });
}
