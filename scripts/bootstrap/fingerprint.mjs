import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

const ignored = new Set(["node_modules", "dist", ".vite"]);

/**
 * A hash over the names and contents of files, and of all files in folders
 * (but what is installed or built there, and tests).
 *
 * @param {string} root
 * @param {string[]} paths relative to root; one that does not exist counts as such
 * @param {string[]} extra further facts that the result depends on
 * @returns {string}
 */
export function fingerprint(root, paths, extra = []) {
  const hash = createHash("sha256");
  for (const fact of extra) hash.update(`${fact}\0`);
  for (const path of paths) {
    for (const file of filesAt(join(root, path))) {
      hash.update(`${relative(root, file).replaceAll("\\", "/")}\0`);
      hash.update(createHash("sha256").update(readFileSync(file)).digest());
    }
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesAt(inner);
      return entry.isFile() ? [inner] : [];
    });
}
