import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {Record<string, string>} Versions
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, workspaces?: string[], dependencies?: Versions, devDependencies?: Versions, optionalDependencies?: Versions }} Package
 */

/**
 * Whether npm itself finished an install of exactly what the lock file says,
 * and the lock file is the one of these package.json files. npm notes what it
 * installed in node_modules/.package-lock.json, as the last thing that it does
 * (npm documentation: package-lock.json, hidden lockfiles).
 *
 * @param {string} root
 */
export function isWholeByNpm(root) {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const installed = packagesOf(note);
  const locked = packagesOf(join(root, "package-lock.json"));
  const own = ["", ...(locked[""]?.workspaces ?? [])];
  return (
    own.every((folder) => asksForTheSame(root, folder, locked[folder])) &&
    Object.entries(locked).every(([path, { version, optional, link }]) => {
      if (!path.includes("node_modules/") || link) return true;
      const found = installed[path];
      if (!found) return optional === true;
      return (
        found.version === version &&
        existsSync(join(root, path, "package.json"))
      );
    })
  );
}

const kinds = /** @type {const} */ ([
  "dependencies",
  "devDependencies",
  "optionalDependencies",
]);

/**
 * @param {string} root
 * @param {string} folder
 * @param {Package | undefined} locked
 */
function asksForTheSame(root, folder, locked) {
  /** @type {Package} */
  const asked = JSON.parse(
    readFileSync(join(root, folder, "package.json"), "utf8"),
  );
  return kinds.every(
    (kind) => inOrder(asked[kind]) === inOrder(locked?.[kind]),
  );
}

/** @param {Versions | undefined} versions */
function inOrder(versions) {
  return JSON.stringify(Object.entries(versions ?? {}).sort());
}

/**
 * @param {string} lockFile
 * @returns {Record<string, Package>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages;
}
