import { spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { waitFor } from "../harness/wait-for.ts";
import { lunch } from "../harness/world.ts";
import { openLeadApi } from "./lead-api.ts";
import { processesOf, untilNoProcess } from "./processes.ts";
import { runStart, type RunningStart } from "./run-start.ts";
import { freePorts, listen, openScratch, type Scratch } from "./scratch.ts";

/** A busy machine may need long for a start; nothing here is a measurement. */
const patienceMs = 180_000;

let scratch: Scratch;
let folder: string;
let running: RunningStart[];

beforeEach(async () => {
  scratch = await openScratch();
  folder = scratch.folder;
  running = [];
});

afterEach(async () => {
  for (const start of running) await start.kill();
  await untilNoProcess(folder);
  await scratch.remove();
}, patienceMs);

function start(
  more: Record<string, string> = {},
  options: Parameters<typeof runStart>[1] = {},
): RunningStart {
  const started = runStart({ ...scratch.environment, ...more }, options);
  running.push(started);
  return started;
}

/** The one line that it leaves when it refuses to start. */
async function refusal(product: RunningStart): Promise<string> {
  expect(await product.ended).toBe(1);
  const lines = product.errors().trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe("npm start", () => {
  it(
    "prints one address, answers there, and leaves no process behind after Ctrl-C",
    async () => {
      const product = start({}, { command: "bootstrap.mjs" });
      const output = await product.untilReady();
      expect(output.match(/https?:\/\/\S+/g)).toEqual([scratch.pagesUrl]);
      const page = await fetch(scratch.pagesUrl);
      expect(page.status).toBe(200);
      const ready = await fetch(`${scratch.productUrl}/readyz`);
      expect(ready.status).toBe(200);
      expect(await processesOf(folder)).not.toEqual([]);

      product.pressCtrlC();
      expect(await product.ended).toBe(0);
      await untilNoProcess(folder);
    },
    patienceMs,
  );

  it(
    "finds its data and its keys again at the second start",
    async () => {
      const keyFile = join(folder, "keys", "token-encryption-key");
      const first = start();
      await first.untilReady();
      const { api, groupId } = await openLeadApi(scratch);
      const event = lunch(groupId, { title: "Still there tomorrow" });
      const scheduled = await api.send("POST", "/api/events", event);
      expect(scheduled.status).toBe(201);
      const key = await readFile(keyFile, "utf8");
      first.signal("SIGINT");
      expect(await first.ended).toBe(0);

      const second = start();
      await second.untilReady();
      const { api: again } = await openLeadApi(scratch);
      const titles = (await again.events()).events.map(({ title }) => title);
      expect(titles).toEqual(["Still there tomorrow"]);
      expect(await readFile(keyFile, "utf8")).toBe(key);
      second.signal("SIGTERM");
      expect(await second.ended).toBe(0);
    },
    patienceMs,
  );

  it(
    "takes its children along when it is killed, and starts again on what that left",
    async () => {
      const killed = start();
      await killed.untilReady();
      killed.signal("SIGKILL");
      await killed.ended;
      await untilNoProcess(folder);
      const next = start();
      await next.untilReady();
      next.signal("SIGINT");
      expect(await next.ended).toBe(0);
    },
    patienceMs,
  );

  it(
    "can be stopped before it is ready",
    async () => {
      const product = start({}, { command: "bootstrap.mjs" });
      await waitFor("the first child", async () =>
        (await processesOf(folder)).some((line) => line.includes("simulator/")),
      );
      product.pressCtrlC();
      expect(await product.ended).toBe(0);
      expect(product.errors()).toBe("");
      await untilNoProcess(folder);
    },
    patienceMs,
  );

  it(
    "leaves no process behind when npm alone is told to end",
    async () => {
      const product = start({}, { command: "npm" });
      await waitFor("the first child", async () =>
        (await processesOf(folder)).some((line) => line.includes("simulator/")),
      );
      product.signal("SIGTERM");
      await product.ended;
      await untilNoProcess(folder);
    },
    patienceMs,
  );
});

describe("npm start refuses in one line", () => {
  it.each(["PORT", "SIMULATOR_PORT", "SIMULATOR_TLS_PORT"])(
    "a port of %s that is taken, with the variable that changes it",
    async (name) => {
      const server = createServer();
      const port = await listen(server);
      try {
        const line = await refusal(start({ [name]: String(port) }));
        expect(line).toMatch(
          new RegExp(`^Port ${port} .* is taken.* ${name}=\\d+ npm start\\.$`),
        );
        expect(await processesOf(folder)).toEqual([]);
      } finally {
        await new Promise((done) => server.close(done));
      }
    },
    patienceMs,
  );

  it(
    "a data folder that is a file",
    async () => {
      const file = join(folder, "file");
      await writeFile(file, "");
      expect(await refusal(start({ ERG_EVENTS_DATA: file }))).toBe(
        `${file} cannot be a folder: a file is in the way. Choose another one: ERG_EVENTS_DATA=… npm start.`,
      );
    },
    patienceMs,
  );

  const uid = uidWithoutRights();
  (uid.usable ? it : it.skip)(
    "a data folder without the right to write",
    async () => {
      const closed = join(folder, "closed");
      await mkdir(closed);
      await chmod(closed, 0o555);
      const data = join(closed, "data");
      const product = start({ ERG_EVENTS_DATA: data }, uid.options);
      expect(await refusal(product)).toBe(
        `No right to write to ${data}. Give it to the user that runs this, or choose another folder: ERG_EVENTS_DATA=… npm start.`,
      );
    },
    patienceMs,
  );

  it(
    "a second product on the same data",
    async () => {
      const first = start();
      await first.untilReady();
      const line = await refusal(start(await freePorts()));
      expect(line).toContain(`${folder} is in use by process`);
      first.signal("SIGINT");
      expect(await first.ended).toBe(0);
    },
    patienceMs,
  );
});

/** Root may write everywhere: then the product runs as nobody, if the checkout lets others in. */
function uidWithoutRights() {
  if (process.getuid?.() !== 0) return { usable: true, options: {} };
  const nobody = 65_534;
  const readable = spawnSync(
    process.execPath,
    ["--check", join(import.meta.dirname, "run-start.ts")],
    { uid: nobody, gid: nobody },
  );
  return { usable: readable.status === 0, options: { uid: nobody } };
}
