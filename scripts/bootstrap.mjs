// The first thing that runs on a fresh clone: it may use nothing but Node, and
// must be readable to a Node that is too old to go on (so: no static imports of
// newer names, no top-level await).
import { nodeVersionProblem } from "./bootstrap/node-version.mjs";

var problem = nodeVersionProblem(process.version);
if (problem) {
  console.error(problem);
  process.exit(1);
} else {
  import("./bootstrap/bootstrap-command.mjs").then(function (bootstrap) {
    bootstrap.bootstrapCommand(process.argv.slice(2));
  });
}
