// Loaded first into the processes of `npm run dev` that know nothing of us
// (node --watch, vite): they end when the process that started them is gone,
// even if it was killed and could not tell them.
const starter = Number(process.env["STARTED_BY"]);

setInterval(() => {
  if (starterIsAlive()) return;
  // Under node --watch our parent is the watcher; it would start us again.
  if (process.env["WATCH_REPORT_DEPENDENCIES"]) {
    process.kill(process.ppid, "SIGTERM");
  }
  process.kill(process.pid, "SIGTERM");
}, 1_000).unref();

function starterIsAlive(): boolean {
  try {
    return process.kill(starter, 0);
  } catch {
    return false;
  }
}
