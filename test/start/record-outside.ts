import { appendFileSync } from "node:fs";
import dns from "node:dns";
import dgram from "node:dgram";
import { syncBuiltinESMExports } from "node:module";
import { isIP, Socket, type NetConnectOpts } from "node:net";

/**
 * Loaded into every process of a product by NODE_OPTIONS: writes each attempt
 * to reach another machine into the file that OUTSIDE_ATTEMPTS names, one a
 * line. It refuses nothing: what happens then is the network's business.
 */
const file = process.env["OUTSIDE_ATTEMPTS"] ?? "";

function note(how: string, target: unknown): void {
  if (typeof target !== "string" || isThisMachine(target)) return;
  appendFileSync(file, `${how} ${target} (${process.argv[1] ?? "node"})\n`);
}

function isThisMachine(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return ["", "localhost", "::1", "::ffff:127.0.0.1"].includes(host);
}

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Calls `look` with the arguments before the function itself. */
function watch(
  owner: object,
  name: string,
  look: (args: unknown[]) => void,
): void {
  const functions = owner as Record<string, AnyFunction>;
  const original = functions[name];
  if (!original) return;
  functions[name] = function (...args) {
    look(args);
    return original.apply(this, args);
  };
}

// Every TCP and TLS connection of Node comes through here, with its host or,
// normalized, with an array that begins with the options.
watch(Socket.prototype, "connect", ([first, second]) => {
  const options: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof options === "object" && options !== null)
    note(
      "connect",
      (options as Partial<NetConnectOpts & { host: string }>).host,
    );
  else note("connect", second);
});
watch(dgram.Socket.prototype, "connect", (args) => note("datagram", args[1]));
watch(dgram.Socket.prototype, "send", (args) =>
  note(
    "datagram",
    args.findLast((arg) => typeof arg === "string"),
  ),
);
for (const owner of [dns, dns.promises])
  for (const name of Object.keys(owner))
    if (/^(lookup|resolve|reverse)/.test(name))
      watch(owner, name, ([host]) => note(name, host));
syncBuiltinESMExports();
