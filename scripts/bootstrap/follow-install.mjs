import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Shows how far an install is: npm itself is quiet. A package counts when its
 * package.json has been unpacked. It writes to standard error, because
 * standard output belongs to the command that comes after it.
 *
 * @param {string} root
 */
export function followInstall(root) {
  const packages = packagesForThisMachine(root);
  const startedAt = Date.now();
  const live = process.stderr.isTTY === true;
  const line = () => {
    const unpacked = packages.filter((path) =>
      existsSync(join(root, path, "package.json")),
    ).length;
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return `Installing: ${unpacked} of ${packages.length} packages, ${seconds} s`;
  };
  const show = () => {
    if (live) process.stderr.write(`\r${line()}   `);
    else console.error(line());
  };
  console.error("Installing what is missing (once; a minute or two)…");
  const timer = setInterval(show, live ? 1_000 : 10_000);
  return {
    /** @param {boolean} succeeded */
    end(succeeded) {
      clearInterval(timer);
      if (live) process.stderr.write("\r\x1b[K");
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      if (succeeded) console.error(`Installed in ${seconds} s.`);
    },
  };
}

/**
 * @typedef {{ link?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @param {string} root
 * @returns {string[]} folders, relative to root
 */
function packagesForThisMachine(root) {
  const lock = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  return Object.entries(
    /** @type {Record<string, LockedPackage>} */ (lock.packages),
  )
    .filter(([path, about]) => path.includes("node_modules/") && !about.link)
    .filter(
      ([, { os, cpu }]) =>
        fits(os, process.platform) && fits(cpu, process.arch),
    )
    .filter(([, { libc }]) => !libc || libc.includes("glibc"))
    .map(([path]) => path);
}

/**
 * @param {string[] | undefined} allowed
 * @param {string} ours
 */
function fits(allowed, ours) {
  return !allowed || allowed.includes(ours);
}
