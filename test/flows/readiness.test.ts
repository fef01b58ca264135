import {
  openDatabaseProxy,
  type DatabaseProxy,
} from "../harness/database-proxy.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, type World } from "../harness/world.ts";

describe("a backend says whether it can do its work", () => {
  let world: World;
  let proxy: DatabaseProxy;
  /** Statements that match stand still until this is emptied. */
  let held: {
    pattern: RegExp;
    release: () => void;
    released: Promise<void>;
  } | null = null;
  let reset: RegExp | null = null;
  beforeAll(async () => {
    world = await openWorld({
      proxyDatabase: async (target) => {
        proxy = await openDatabaseProxy({
          target,
          onStatement: (sql) =>
            held?.pattern.test(sql) ? held.released : undefined,
          cut: (sql) => reset?.test(sql) ?? false,
        });
        return proxy.connectionString;
      },
    });
  });
  afterAll(async () => {
    release();
    await world.close();
    await proxy.close();
  });

  const hold = (pattern: RegExp) => {
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    held = { pattern, release, released };
  };
  function release() {
    held?.release();
    held = null;
  }
  const look = async () => {
    const reply = await fetch(`${world.product().url}/readyz`);
    const body: unknown =
      reply.status === 200 ? await reply.text() : await reply.json();
    return { status: reply.status, body };
  };
  const becomes = (code: string) =>
    waitFor(code, async () => {
      const { status, body } = await look();
      return status === 503 && (body as { code: string }).code === code;
    });
  const becomesReady = () =>
    waitFor("ready", async () => (await look()).status === 200, 40_000);

  it("when everything is there", async () => {
    expect(await look()).toEqual({ status: 200, body: "ready" });
    const alive = await fetch(`${world.product().url}/healthz`);
    expect(alive.status).toBe(200);
  });

  it("while the database stands still, in a second, and back when it answers", async () => {
    hold(/^select 1$/);
    const startedAt = performance.now();
    const { status, body } = await look();
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: "databaseUnavailable",
      detail: "The database does not answer within a second.",
    });
    expect(performance.now() - startedAt).toBeLessThan(2000);
    // However often somebody asks, one question is under way.
    await Promise.all(Array.from({ length: 30 }, look));
    expect((await fetch(`${world.product().url}/healthz`)).status).toBe(200);
    release();
    await becomesReady();
  });

  it("while it does not hear the other replicas' news, and back when it does", async () => {
    // Its ends of the lanes go on listening: only the events' channel is lost, and cannot be had again yet.
    reset = /listen "event_changed"/;
    proxy.cutAll();
    await becomes("notListening");
    reset = null;
    await becomesReady();
  }, 60_000);

  it("while it starts: not before its workers run", async () => {
    await world.product().kill();
    // The look at what a crash left comes before the workers.
    hold(/update pgboss\.job\s+set state = 'retry'/);
    const starting = world.restart();
    const url = world.product().url;
    const answer = await waitFor("it to listen", async () => {
      const reply = await fetch(`${url}/readyz`);
      return (await reply.json()) as { code: string };
    });
    expect(answer.code).toBe("starting");
    release();
    await starting;
    await becomesReady();
  }, 60_000);
});
