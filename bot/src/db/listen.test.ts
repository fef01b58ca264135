import { connect, createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { waitFor } from "../../../test/harness/wait-for.ts";
import { listen, type Listener } from "./listen.ts";

/** A line to a database whose connections can go dead: open at both ends, and nothing passes; new ones do. */
async function openLine(target: string) {
  const { hostname, port } = new URL(target);
  const sockets: Socket[] = [];
  const dead = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (bytes) => dead.has(near) || to.write(bytes));
      from.on("close", () => dead.has(near) || to.destroy());
      from.on("error", () => undefined);
    }
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve()),
  );
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("no port");
  const url = new URL(target);
  url.port = String(address.port);
  return {
    connectionString: url.href,
    goDead: () => sockets.forEach((socket) => dead.add(socket)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe("listening", () => {
  let database: TestDatabase;
  let client: pg.Client;
  let line: Awaited<ReturnType<typeof openLine>>;
  let listener: Listener;
  let connects = 0;
  const heard: string[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client(database.connectionString);
    await client.connect();
    line = await openLine(database.connectionString);
    connects = 0;
    heard.length = 0;
    listener = await listen({
      connectionString: line.connectionString,
      channel: "news",
      onNotification: (payload) => heard.push(payload),
      onConnect: () => (connects += 1),
      log: pino({ level: "silent" }),
      lookMs: 200,
    });
  });
  afterEach(async () => {
    await listener.close();
    await line.close();
    await client.end();
    await database.drop();
  });

  const tell = (news: string) =>
    client.query("select pg_notify('news', $1)", [news]);
  const listeners = async () => {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'erg-events-listen' and datname = current_database()",
    );
    return rows.map(({ pid }) => pid);
  };

  it("hears each notification once", async () => {
    await tell("one");
    await tell("two");
    await waitFor("both", () => heard.length === 2);
    expect(heard).toEqual(["one", "two"]);
    expect(connects).toBe(1);
  });

  it("connects again, once, after PostgreSQL has ended the connection", async () => {
    const [pid] = await listeners();
    await client.query("select pg_terminate_backend($1)", [pid]);
    await waitFor("the next connection", () => connects === 2);
    await tell("after");
    await waitFor("the news", () => heard.includes("after"));
    expect(heard).toEqual(["after"]);
    expect(await listeners()).toHaveLength(1);
  });

  it("notices a line that is dead though nobody closed it, and says that it missed something", async () => {
    line.goDead();
    await tell("lost");
    await waitFor("the next connection", () => connects === 2);
    await tell("after");
    await waitFor("the news", () => heard.includes("after"));
    expect(heard).toEqual(["after"]);
  });
});
