import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { explainFileError, PlainError } from "./stop-with-line.mjs";

/** The browser apps: where each is, and everything that its bundle is made from. */
const apps = [
  { name: "the tab", folder: "tab", inputs: ["tab", "bot/contract"] },
  {
    name: "the simulator's Teams client",
    folder: "simulator/teams-client",
    inputs: ["simulator/teams-client", "simulator/package.json"],
  },
];

/**
 * Builds the apps whose inputs differ from those of the last build. What it
 * was built from is noted inside the output, so that it goes when that goes.
 *
 * @param {{ root: string, node: string }} where
 */
export async function buildWhatIsStale({ root, node }) {
  const stale = apps
    .map((app) => ({ ...app, wanted: wantedBuild(root, app.inputs) }))
    .filter((app) => builtFrom(root, app.folder) !== app.wanted);
  if (stale.length === 0) return;
  const startedAt = Date.now();
  console.error(`Building ${stale.map((app) => app.name).join(" and ")}…`);
  await Promise.all(
    stale.map(async (app) => {
      await build({ root, node, ...app });
      try {
        writeFileSync(noteOf(root, app.folder), app.wanted);
      } catch (error) {
        throw explainFileError(error, root);
      }
    }),
  );
  console.error(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

/**
 * @param {string} root
 * @param {string[]} inputs
 */
function wantedBuild(root, inputs) {
  return fingerprint(root, [...inputs, "package-lock.json"]);
}

/**
 * @param {string} root
 * @param {string} folder
 */
function builtFrom(root, folder) {
  const note = noteOf(root, folder);
  return existsSync(note) ? readFileSync(note, "utf8") : null;
}

/**
 * @param {string} root
 * @param {string} folder
 */
function noteOf(root, folder) {
  return join(root, folder, "dist", ".built-from");
}

/** @param {{ root: string, node: string, name: string, folder: string }} app */
async function build({ root, node, name, folder }) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(node, [vite, "build", "--logLevel", "warn"], {
    cwd: join(root, folder),
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  /** @type {number | null} */
  const code = await new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  if (code === 0) return;
  throw new PlainError(`${output.trim()}\nBuilding ${name} failed; see above.`);
}
