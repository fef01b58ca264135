import { dirname } from "node:path";
import { runJest } from "./test/run-jest.ts";

/**
 * The runs that are too long for `npm test`: files named *.soak.ts. `npm run soak` lives through a month by
 * chance, and says which; `SOAK_SEED=7 SOAK_DAYS=90 npm run soak` lives through another one.
 */
const passed = await runJest(dirname(import.meta.dirname), [
  "--testMatch",
  "**/*.soak.ts",
  "--runInBand",
  ...process.argv.slice(2),
]);
process.exitCode = passed ? 0 : 1;
