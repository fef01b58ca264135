import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { PlainError } from "./stop-with-line.mjs";

/**
 * The Node that the project brings as a package, whatever the system's is.
 *
 * @param {string} root
 * @returns {string} its path
 */
export function projectNode(root) {
  const windows = process.platform === "win32";
  const path = windows
    ? join(root, "node_modules", "node", "bin", "node.exe")
    : join(root, "node_modules", ".bin", "node");
  let version = "";
  try {
    version = execFileSync(path, ["--version"], { encoding: "utf8" }).trim();
  } catch {
    // Said below: what matters is that it does not run.
  }
  if (parseInt(version.slice(1), 10) >= 24) return path;
  throw new PlainError(
    `The project's own Node 24 is not there (install scripts may be switched off). Run "npm ci --ignore-scripts=false" and start again.`,
  );
}
