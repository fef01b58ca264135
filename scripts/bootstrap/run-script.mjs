import { spawn } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { constants } from "node:os";

const signals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a script of the project under its own Node, passes signals on, and ends
 * as it ends. The open channel to it tells the script when this process dies.
 *
 * @param {{ node: string, script: string, args: string[], root: string }} what
 */
export async function runScript({ node, script, args, root }) {
  const child = spawn(node, [script, ...args], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`,
    },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  const stopWatching = watchNpm(() => child.kill("SIGTERM"));
  await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
      done(undefined);
    });
  });
  stopWatching();
  for (const signal of signals) process.removeAllListeners(signal);
}

/**
 * Tells once when npm is gone. A signal for npm alone (`kill`, a service manager) ends the shell in which npm runs a
 * script, and that shell passes nothing on.
 *
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (process.env["npm_lifecycle_event"] === undefined) return () => {};
  const startedBy = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(watch);
    onGone();
  }, 500);
  return () => clearInterval(watch);
}
