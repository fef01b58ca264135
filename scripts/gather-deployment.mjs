// Gathers what the server runs into build/deployment: the backend as it is
// (Node 24 reads its TypeScript), the built tab, and what npm needs to install
// the backend's packages there. teamsapp.yml calls this.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "build", "deployment");

const parts = [
  "package.json",
  "package-lock.json",
  ".npmrc",
  "bot/package.json",
  "bot/contract",
  "bot/src",
  // The backend hands them out, filled in.
  "scripts/admin",
  "tab/package.json",
  "tab/dist",
  "simulator/package.json",
];

rmSync(target, { recursive: true, force: true });
for (const part of parts) {
  const destination = join(target, part);
  mkdirSync(dirname(destination), { recursive: true });
  cpSync(join(root, part), destination, {
    recursive: true,
    filter: (path) =>
      !/\.test\.tsx?$/.test(path) && !/admin.testing$/.test(path),
  });
}
console.log(`Gathered ${parts.length} parts in build/deployment.`);
