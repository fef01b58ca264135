import { dirname } from "node:path";
import { runChecks } from "./check/run-checks.ts";

const passed = await runChecks(dirname(import.meta.dirname));
process.exitCode = passed ? 0 : 1;
