import dns from "node:dns";
import { Server, type ListenOptions } from "node:net";

/*
 * Runs before the Agents Playground in its own process and keeps it on this machine: it listens on every
 * interface and looks for its makers' telemetry, and has settings against neither that work. It also
 * ends with the test that started it.
 */

const listen = Reflect.get(Server.prototype, "listen") as (
  this: Server,
  options: ListenOptions,
  ...more: unknown[]
) => Server;

Reflect.set(
  Server.prototype,
  "listen",
  function (this: Server, where: unknown, ...more: unknown[]): Server {
    const options =
      typeof where === "number" ? { port: where } : (where as ListenOptions);
    return listen.call(this, { ...options, host: "127.0.0.1" }, ...more);
  },
);

const lookup = Reflect.get(dns, "lookup") as (...given: unknown[]) => void;

Reflect.set(dns, "lookup", (name: string, ...more: unknown[]) => {
  if (name === "127.0.0.1" || name === "localhost") {
    lookup(name, ...more);
    return;
  }
  const callback = more.at(-1) as (error: Error) => void;
  const refusal = new Error(`${name} is not on this machine.`);
  process.nextTick(callback, Object.assign(refusal, { code: "ENOTFOUND" }));
});

process.on("disconnect", () => process.exit(0));
