import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { runStart, type RunningStart } from "./run-start.ts";

let folder: string;
let environment: Record<string, string>;
let running: RunningStart[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "erg-start-"));
  // As root the database runs as nobody, who must be able to come in.
  await chmod(folder, 0o755);
  const [port, pages, tls] = await freePorts(3);
  environment = {
    ERG_EVENTS_DATA: folder,
    PORT: String(port),
    SIMULATOR_PORT: String(pages),
    SIMULATOR_TLS_PORT: String(tls),
  };
  running = [];
});

afterEach(async () => {
  for (const start of running) await start.kill();
  await rm(folder, { recursive: true, force: true });
});

function start(more: Record<string, string> = {}): RunningStart {
  const started = runStart({ ...environment, ...more });
  running.push(started);
  return started;
}

/** A busy machine may need long for a start; nothing here is a measurement. */
const patienceMs = 120_000;

describe("npm start", () => {
  it(
    "prints one address, answers there, and leaves no process behind after Ctrl-C",
    async () => {
      const product = start();
      const output = await product.untilReady();
      const addresses = output.match(/https?:\/\/\S+/g);
      expect(addresses).toEqual([
        `http://localhost:${environment["SIMULATOR_PORT"]}`,
      ]);
      const page = await fetch(addresses?.[0] ?? "");
      expect(page.status).toBe(200);
      const ready = await fetch(
        `http://localhost:${environment["PORT"]}/readyz`,
      );
      expect(ready.status).toBe(200);
      expect(await processesOf(folder)).not.toEqual([]);

      product.signal("SIGINT");
      expect(await product.ended).toBe(0);
      expect(await processesOf(folder)).toEqual([]);
    },
    patienceMs,
  );

  it(
    "finds its keys and data again at the second start",
    async () => {
      const keyFile = join(folder, "keys", "token-encryption-key");
      const cluster = join(
        folder,
        "postgres",
        "cluster",
        "global",
        "pg_control",
      );
      const remembered = async () => [
        await readFile(keyFile, "utf8"),
        // PostgreSQL's system identifier, made anew with each new database.
        (await readFile(cluster)).readBigUInt64LE(0),
      ];
      const first = start();
      await first.untilReady();
      first.signal("SIGINT");
      await first.ended;
      const before = await remembered();
      const second = start();
      await second.untilReady();
      expect(await remembered()).toEqual(before);
      second.signal("SIGTERM");
      expect(await second.ended).toBe(0);
    },
    patienceMs,
  );

  it(
    "takes its children along when it is killed",
    async () => {
      const product = start();
      await product.untilReady();
      product.signal("SIGKILL");
      await product.ended;
      await untilNoProcess(folder);
    },
    patienceMs,
  );

  it(
    "names a taken port and the variable that changes it, in one line",
    async () => {
      const server = createServer();
      const port = await listen(server);
      const product = start({ SIMULATOR_PORT: String(port) });
      expect(await product.ended).toBe(1);
      expect(product.errors().trim()).toMatch(
        new RegExp(
          `^Port ${port} .* is taken.*SIMULATOR_PORT=\\d+ npm start\\.$`,
        ),
      );
      expect(await processesOf(folder)).toEqual([]);
      await new Promise((done) => server.close(done));
    },
    patienceMs,
  );

  it(
    "refuses a data folder that cannot be one, in one line",
    async () => {
      const file = join(folder, "file");
      await writeFile(file, "");
      const product = start({ ERG_EVENTS_DATA: file });
      expect(await product.ended).toBe(1);
      expect(product.errors().trim().split("\n")).toEqual([
        `${file} cannot be a folder: a file is in the way. Choose another one: ERG_EVENTS_DATA=… npm start.`,
      ]);
    },
    patienceMs,
  );

  it(
    "refuses a second product on the same data",
    async () => {
      const first = start();
      await first.untilReady();
      const [port, pages, tls] = await freePorts(3);
      const second = start({
        PORT: String(port),
        SIMULATOR_PORT: String(pages),
        SIMULATOR_TLS_PORT: String(tls),
      });
      expect(await second.ended).toBe(1);
      expect(second.errors()).toContain(`${folder} is in use by process`);
      first.signal("SIGINT");
      expect(await first.ended).toBe(0);
    },
    patienceMs,
  );
});

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      done((server.address() as AddressInfo).port);
    });
  });
}

/** Ports that were free a moment ago, all different because they were held together. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(servers.map(listen));
  await Promise.all(
    servers.map((server) => new Promise((done) => server.close(done))),
  );
  return ports;
}

/** Command lines of processes whose arguments or environment name the folder. */
async function processesOf(path: string): Promise<string[]> {
  // "e" shows the environment as well, where the children find the folder.
  const { stdout } = await promisify(execFile)(
    "ps",
    ["axeww", "-o", "command"],
    {
      maxBuffer: 50_000_000,
    },
  );
  return stdout
    .split("\n")
    .filter((line) => line.includes(path))
    .map((line) => line.slice(0, 120));
}

async function untilNoProcess(path: string): Promise<void> {
  for (let left = 200; left > 0; left--) {
    if ((await processesOf(path)).length === 0) return;
    await new Promise((again) => setTimeout(again, 50));
  }
  expect(await processesOf(path)).toEqual([]);
}
