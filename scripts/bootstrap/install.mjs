import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, closeSync } from "node:fs";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { isWholeByNpm } from "./whole-by-npm.mjs";
import { explainFailedInstall } from "./explain-failed-install.mjs";
import { followInstall } from "./follow-install.mjs";
import { holdInstallLock } from "./install-lock.mjs";
import { explainFileError, PlainError } from "./stop-with-line.mjs";

/**
 * Runs `npm ci` unless what the lock file asks for is already there. A marker
 * inside node_modules, written last, tells a whole install from a half one.
 *
 * @param {string} root
 */
export async function installWhatIsMissing(root) {
  if (isInstalled(root)) return;
  const cache = join(root, ".cache");
  try {
    mkdirSync(cache, { recursive: true });
    const release = await holdInstallLock(join(cache, "install.lock"));
    try {
      if (!isInstalled(root)) await install(root, join(cache, "install.log"));
    } finally {
      release();
    }
  } catch (error) {
    throw explainFileError(error, root);
  }
}

/** @param {string} root */
function isInstalled(root) {
  const marker = markerOf(root);
  const wanted = wantedInstall(root);
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted)
    return true;
  // Somebody may have run "npm install" or "npm ci" by hand, or changed
  // something in a package.json that no package depends on.
  if (!isWholeByNpm(root)) return false;
  try {
    writeFileSync(marker, wanted);
  } catch {
    // The marker only saves the next look; somebody else's node_modules stays as it is.
  }
  return true;
}

/** @param {string} root */
function markerOf(root) {
  return join(root, "node_modules", ".installed");
}

/**
 * What an install depends on: when this changes, it has to be done again.
 *
 * @param {string} root
 */
function wantedInstall(root) {
  const { workspaces } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  const files = ["package-lock.json", "package.json", ".npmrc"].concat(
    workspaces.map((/** @type {string} */ folder) => `${folder}/package.json`),
  );
  return fingerprint(root, files, [process.platform, process.arch]);
}

/**
 * @param {string} root
 * @param {string} logFile
 */
async function install(root, logFile) {
  const wanted = wantedInstall(root);
  const log = openSync(logFile, "w");
  const npm = npmCommand();
  const child = spawn(
    npm.file,
    [...npm.args, "ci", "--include=dev", "--include=optional", "--no-progress"],
    { cwd: root, stdio: ["ignore", log, log], shell: npm.shell },
  );
  closeSync(log);
  const following = followInstall(root);
  const stopping = stopWithUs(child);
  /** @type {number | null} */
  const code = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", done);
  });
  following.end(code === 0);
  if (stopping()) {
    throw new PlainError("Stopped while installing; start again to finish it.");
  }
  if (code !== 0) throw explainFailedInstall(logFile, root);
  writeFileSync(markerOf(root), wanted);
}

/**
 * Passes signals on to npm, which would otherwise go on installing alone.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {() => boolean} ends the passing on; true if there was a signal
 */
function stopWithUs(child) {
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill("SIGTERM");
    // npm swallows the signal in some of its phases; half an install is found at the next start.
    setTimeout(() => child.kill("SIGKILL"), 3_000).unref();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
    return stopped;
  };
}

/** The npm that started us, else the one in the path. */
function npmCommand() {
  const path = process.env["npm_execpath"];
  return path && /npm-cli\.c?js$/.test(path)
    ? { file: process.execPath, args: [path], shell: false }
    : { file: "npm", args: [], shell: process.platform === "win32" };
}
