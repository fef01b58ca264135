import { dirname } from "node:path";
import { runChecks } from "./check/run-checks.ts";
import { runJest } from "./test/run-jest.ts";

/**
 * Every check and every test. With arguments for jest ("npm test -- bot/src")
 * the tests alone.
 */
const root = dirname(import.meta.dirname);
const jestArguments = process.argv.slice(2);
const startedAt = performance.now();

const checked = jestArguments.length > 0 || (await runChecks(root));
const tested = await runJest(root, jestArguments);
const seconds = Math.round((performance.now() - startedAt) / 1000);
const outcome = checked && tested ? "All passed" : "FAILED";
console.log(
  `${outcome} in ${seconds} s: ${checked ? "" : "checks failed, "}tests ${tested ? "passed" : "failed"}.`,
);
process.exitCode = checked && tested ? 0 : 1;
