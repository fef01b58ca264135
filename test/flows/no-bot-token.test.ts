import pg from "pg";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, type World } from "../harness/world.ts";

/** The queue's pauses grow with each try. */
const patienceMs = 40_000;

/** Without a token nothing is sent: that is no lost answer, after which a greeting would not be tried again. */
describe("while Entra gives the bot no token", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    // A new process has no token yet.
    await world.product().stop();
  });
  afterAll(() => world.close());

  it("a greeting waits for as long as it takes, and then comes once", async () => {
    const { simulator } = world;
    const team = simulator.world.teams.find(
      ({ installedById }) => installedById === null,
    );
    if (!team) throw new Error("Every team of the seed has the app.");
    simulator.setFault({
      service: "entra",
      method: "POST",
      path: "/oauth2/v2.0/token",
      times: null,
      // After an answer of 500 MSAL itself would not ask again for a minute.
      effect: { kind: "reset", when: "before" },
    });
    await world.restart();
    const tries = () =>
      simulator
        .exchanges()
        .filter(
          ({ service, url, status }) =>
            service === "entra" && url.includes("/token") && status !== 200,
        ).length;
    const before = tries();
    expect(
      simulator.installApp({
        teamId: team.id,
        personId: team.ownerIds[0] ?? "",
      }),
    ).toEqual({ ok: true });
    // Of reading the team, and of greeting it, each more than once.
    await waitFor(
      "vain tries",
      () => Promise.resolve(tries() >= before + 4),
      patienceMs,
    );
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    const hurry = (sql: string) =>
      client.query(
        `update pgboss.job set start_after = now() ${sql} and name = 'groups.welcome'`,
      );
    await waitFor(
      "the last try",
      async () =>
        (await hurry(", retry_count = retry_limit where state = 'retry'"))
          .rowCount === 1,
      patienceMs,
    );
    await waitFor(
      "a new row of tries",
      async () => (await hurry("where state = 'created'")).rowCount === 1,
      patienceMs,
    );
    await client.end();
    simulator.clearFaults();
    const greetings = () =>
      simulator
        .messages({ conversation: team.id })
        .filter(({ summary }) => summary === "ERG Events is here");
    await waitFor(
      "the greeting",
      () => Promise.resolve(greetings().length > 0),
      patienceMs,
    );
    await untilIdle(world, patienceMs);
    expect(greetings()).toHaveLength(1);
  }, 120_000);
});
