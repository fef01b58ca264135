import { readFileSync, rmSync, writeFileSync } from "node:fs";

/**
 * Lets one process at a time install: `npm start` and `npm test` may begin in
 * the same moment on the same folder. A lock whose process is gone is void.
 *
 * @param {string} path
 * @returns {Promise<() => void>} gives the lock back
 */
export async function holdInstallLock(path) {
  let told = false;
  while (!take(path)) {
    if (!told) console.error("Another process is installing; waiting for it…");
    told = true;
    await new Promise((resume) => setTimeout(resume, 500));
  }
  const release = () => rmSync(path, { force: true });
  return release;
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "EEXIST") throw error;
  }
  if (!isAlive(path)) rmSync(path, { force: true });
  return false;
}

/** @param {string} path */
function isAlive(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return pid !== process.pid && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return code === "EPERM";
  }
}
