import { dirname } from "node:path";
import { runChecks, type CheckOutcome } from "./check/run-checks.ts";
import { runJest } from "./test/run-jest.ts";

/**
 * Every check and every test. With arguments for jest ("npm test -- bot/src")
 * the tests alone.
 */
const root = dirname(import.meta.dirname);
const jestArguments = process.argv.slice(2);
const startedAt = performance.now();

// Tests wait half of their time, for paces and pauses; the checks take what they leave of the processor.
const checks: Promise<CheckOutcome[]> =
  jestArguments.length > 0
    ? Promise.resolve([])
    : runChecks(root, { lanes: 1, niceness: 10 }, ({ line }) =>
        console.log(line),
      );
const [outcomes, tested] = await Promise.all([
  checks,
  runJest(root, jestArguments),
]);
const failed = outcomes.filter(({ passed }) => !passed);
// At the end: between the lines of thousands of tests nobody would find it.
for (const { line, complaint } of failed) console.log(`${line}\n${complaint}`);
const seconds = Math.round((performance.now() - startedAt) / 1000);
const passed = failed.length === 0 && tested;
console.log(
  `${passed ? "All passed" : "FAILED"} in ${seconds} s: ${failed.length > 0 ? "checks failed, " : ""}tests ${tested ? "passed" : "failed"}.`,
);
process.exitCode = passed ? 0 : 1;
