import { createServer } from "node:net";
import { PlainError } from "./plain-error.ts";

/** The ports of the product and the simulator, and the variables that move them. */
export type Ports = {
  PORT: number;
  SIMULATOR_PORT: number;
  SIMULATOR_TLS_PORT: number;
};

const defaults: Ports = {
  PORT: 3978,
  SIMULATOR_PORT: 3980,
  SIMULATOR_TLS_PORT: 3981,
};

const purposes: Record<keyof Ports, string> = {
  PORT: "the product",
  SIMULATOR_PORT: "the simulator's pages",
  SIMULATOR_TLS_PORT: "the simulator's Microsoft 365",
};

export function readPorts(
  environment: Readonly<Record<string, string | undefined>>,
): Ports {
  const ports = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof Ports)[]) {
    const given = environment[name];
    if (!given) continue;
    const port = Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new PlainError(
        `${name} is "${given}"; it must be a port, a number from 1 to 65535.`,
      );
    }
    ports[name] = port;
  }
  const names = Object.keys(ports) as (keyof Ports)[];
  for (const name of names) {
    const other = names.find((it) => it !== name && ports[it] === ports[name]);
    if (!other) continue;
    throw new PlainError(
      `${name} and ${other} are both ${ports[name]}; each needs a port of its own.`,
    );
  }
  return ports;
}

/** Finds out before anything is started whether all three can be had. */
export async function requireFreePorts(ports: Ports): Promise<void> {
  for (const name of Object.keys(ports) as (keyof Ports)[]) {
    const problem = await tryPort(ports[name]);
    if (problem === null) continue;
    throw new PlainError(
      problem === "EACCES"
        ? `Port ${ports[name]} (${purposes[name]}) needs more rights than this user has. Choose another one: ${name}=${ports[name] + 10_000} npm start.`
        : `Port ${ports[name]} (${purposes[name]}) is taken, perhaps by an ERG Events that already runs or by another development server. Stop that one, or choose another port: ${name}=${ports[name] + 10} npm start.`,
    );
  }
}

async function tryPort(port: number): Promise<string | null> {
  for (const host of ["127.0.0.1", "::1"]) {
    const problem = await tryListen(port, host);
    // A machine without IPv6 has nothing to take there.
    if (problem === "EADDRNOTAVAIL" || problem === "EAFNOSUPPORT") continue;
    if (problem !== null) return problem;
  }
  return null;
}

function tryListen(port: number, host: string): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => {
      done(error.code ?? "unknown");
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        done(null);
      });
    });
  });
}
