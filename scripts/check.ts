import { dirname } from "node:path";
import { runChecks } from "./check/run-checks.ts";

/** Every check, two at a time, with a line each; what a failed one said is shown whole. */
const outcomes = await runChecks(
  dirname(import.meta.dirname),
  { lanes: 2, niceness: 0 },
  ({ line, complaint }) => {
    console.log(line);
    if (complaint) console.log(complaint);
  },
);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
