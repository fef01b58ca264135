// Loaded into the backend before anything else: what reads the time there, libraries included, reads the
// real one plus what a file says. See shifted-clock.ts.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env["CLOCK_SHIFT_FILE"] ?? "";
const RealDate = Date;
const read = () => Number(readFileSync(file, "utf8")) || 0;
let shiftMs = read();
setInterval(() => {
  const told = read();
  if (told === shiftMs) return;
  shiftMs = told;
  writeFileSync(`${file}.seen`, String(shiftMs));
}, 10).unref();

const now = () => RealDate.now() + shiftMs;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) =>
    name === "now" ? now : Reflect.get(target, name, receiver),
});
RealDate.prototype.constructor = globalThis.Date;
