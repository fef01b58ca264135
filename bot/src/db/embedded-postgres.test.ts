import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedPostgres,
} from "./embedded-postgres.ts";
import { readPostmasterFile } from "./embedded/postmaster-file.ts";

const asRoot = process.getuid?.() === 0;
let base: string;
let folder: string;
let lines: string[];
let started: EmbeddedPostgres[];

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "embedded-postgres-"));
  // Root's server runs as nobody, who must be able to come in.
  await chmod(base, 0o755);
  folder = join(base, "postgres");
  lines = [];
  started = [];
});

afterEach(async () => {
  for (const server of started) await server.stop();
  await rm(base, { recursive: true, force: true });
});

async function start(
  options: { folder?: string; elsewhere?: string } = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    folder,
    log: (line) => lines.push(line),
    ...options,
  });
  started.push(server);
  return server;
}

async function query(server: EmbeddedPostgres, text: string): Promise<unknown> {
  const client = new pg.Client(server.connectionString);
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(text);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

async function isRunning(): Promise<boolean> {
  return (await readPostmasterFile(join(folder, "cluster"))) !== null;
}

describe("the embedded PostgreSQL", () => {
  it("starts on an empty folder, keeps fsync on and listens on loopback alone", async () => {
    const server = await start();
    expect(await query(server, "select current_setting('fsync') value")).toBe(
      "on",
    );
    expect(
      await query(server, "select current_setting('listen_addresses') value"),
    ).toBe("127.0.0.1");
    expect(
      await query(server, "select current_setting('server_encoding') value"),
    ).toBe("UTF8");
    const password = await stat(join(folder, "password"));
    expect(password.mode & 0o077).toBe(0);
  });

  it("is gone after stop, and finds its data again at the next start", async () => {
    const first = await start();
    await query(first, "create table notes as select 'kept' as value");
    await first.stop();
    expect(await isRunning()).toBe(false);
    expect(await query(await start(), "select value from notes")).toBe("kept");
  });

  it("goes on with the server that a killed process left running", async () => {
    const left = await startInKilledProcess();
    expect(await isRunning()).toBe(true);
    const server = await start();
    expect(server.connectionString).toBe(left);
    await server.stop();
    expect(await isRunning()).toBe(false);
  });

  it("can be stopped by a process that never used it, once its own was killed", async () => {
    await startInKilledProcess();
    await stopEmbeddedPostgres({ folder });
    expect(await isRunning()).toBe(false);
  });

  it("is not stopped by a stranger while somebody uses it", async () => {
    const server = await start();
    await stopEmbeddedPostgres({ folder });
    expect(await query(server, "select 1 value")).toBe(1);
  });

  it("is shared by two users of one folder, and ends with the last of them", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.connectionString).toBe(first.connectionString);
    await first.stop();
    expect(await query(second, "select 1 value")).toBe(1);
    await second.stop();
    expect(await isRunning()).toBe(false);
  });

  it("starts although the noted process id belongs to another program now", async () => {
    await (await start()).stop();
    const note = [
      process.pid,
      join(folder, "cluster"),
      1,
      5432,
      "",
      "127.0.0.1",
    ];
    await writeFile(join(folder, "cluster", "postmaster.pid"), note.join("\n"));
    expect(await query(await start(), "select 1 value")).toBe(1);
  });

  it("makes the database anew when its making was cut off", async () => {
    const neverAPid = 2 ** 22 + 1;
    const half = join(folder, `cluster.unfinished-${neverAPid}-x`);
    await mkdir(half, { recursive: true });
    await writeFile(join(half, "PG_VERSION"), "18\n");
    expect(await query(await start(), "select 1 value")).toBe(1);
    expect((await readdir(folder)).sort()).toEqual([
      "cluster",
      "password",
      "postgres.log",
    ]);
  });

  it("refuses data that is not of its version, in one line", async () => {
    await mkdir(join(folder, "cluster"), { recursive: true });
    await writeFile(join(folder, "cluster", "PG_VERSION"), "12\n");
    await expect(start()).rejects.toThrow(
      /^.*is data of PostgreSQL 12, and this is 18\. Move the folder away, or set DATABASE_URL\.$/,
    );
  });

  it("names the folder that it may not write to", async () => {
    // A file where a folder is asked for fails for root as well.
    const file = join(base, "file");
    await writeFile(file, "");
    await expect(start({ folder: join(file, "postgres") })).rejects.toThrow(
      `${join(file, "postgres")} cannot be a folder`,
    );
  });

  (asRoot ? it : it.skip)(
    "keeps root's data elsewhere, and says so, where nobody cannot enter",
    async () => {
      await chmod(base, 0o700);
      const open = await mkdtemp(join(tmpdir(), "embedded-elsewhere-"));
      await chmod(open, 0o755);
      try {
        const elsewhere = join(open, "erg-events");
        const server = await start({ elsewhere });
        expect(await query(server, "select 1 value")).toBe(1);
        expect(lines.join("\n")).toContain(elsewhere);
        expect(await readdir(folder)).toEqual(["id"]);
        await server.stop();
      } finally {
        await rm(open, { recursive: true, force: true });
      }
    },
  );
});

/** Starts the database in a process that kills itself with SIGKILL; answers the connection string. */
async function startInKilledProcess(): Promise<string> {
  const entry = pathToFileURL(
    join(import.meta.dirname, "embedded-postgres.ts"),
  );
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(entry)});
    const { connectionString } = await startEmbeddedPostgres({
      folder: ${JSON.stringify(folder)}, log: () => {},
    });
    process.stdout.write(connectionString, () => process.kill(process.pid, "SIGKILL"));
  `;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((done) => child.on("close", done));
  return output;
}
