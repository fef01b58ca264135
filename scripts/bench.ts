import { runBenches } from "../bench/run-benches.ts";

/** `npm run bench`, `npm run bench -- --json`, `npm run bench -- start.ready` */
process.exitCode = await runBenches(process.argv.slice(2));
