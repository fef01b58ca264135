import pg from "pg";
import { accountOf } from "../harness/connect-account.ts";
import { untilIdle } from "../harness/idle.ts";
import { parseCard } from "../harness/parse-card.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

/** Member of a team that has the app, and admin by configuration. */
const memberAdmin = "AdeleV@contoso.com";
/** In no team with the app, without the app: out of the bot's reach. */
const farAdmin = "AllanD@contoso.com";

describe("what the bot tells admins", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.groupId("Women at Contoso", people.lead);
    await world.product().stop();
    await world.restart({
      ADMIN_USERS: [memberAdmin, farAdmin].map(idOf).join(","),
    });
    world.simulator.installPersonally(people.admin);
    await world.simulator.settled();
    await world.as(people.admin).me();
    await world.connectAccount();
    await untilIdle(world);
  });
  afterAll(() => world.close());

  const idOf = (person: string) =>
    world.simulator.world.personByAddress(person)?.id ?? "";
  const check = async () => {
    await world.as(people.admin).send("POST", "/api/accounts/check");
    await untilIdle(world);
  };
  /** The bot's messages about the connection, oldest first. */
  const toldTo = (person: string): string[] =>
    world.simulator
      .messages({ conversation: { personal: person } })
      .filter(({ from }) => from.kind === "bot")
      .flatMap(({ cards }) => cards)
      .map((card) => {
        const { texts, warnings } = parseCard(card);
        expect(warnings).toEqual([]);
        return texts.join(" ");
      })
      .filter((text) => !text.startsWith("Welcome"));

  it("that the connection broke, with the cure, once it is confirmed, and once", async () => {
    world.simulator.changeSettings({ serviceAccountMailbox: "missing" });
    await check();
    for (const person of [people.admin, memberAdmin]) {
      expect(toldTo(person)).toHaveLength(1);
      expect(toldTo(person)[0]).toMatch(
        /Invitations cannot go out.*no usable mailbox.*ergs@contoso\.com.*licence with Exchange Online/s,
      );
    }
    await check();
    await check();
    expect(toldTo(people.admin)).toHaveLength(1);
  });

  it("that it works again, and nothing of a break that was over before anybody was told", async () => {
    world.simulator.changeSettings({ serviceAccountMailbox: "ok" });
    await check();
    expect(toldTo(people.admin).at(-1)).toMatch(/connection works again/);
    expect(toldTo(memberAdmin)).toHaveLength(2);

    // Once for the daily work, once for the check that it asks for: that looks twice.
    world.simulator.setFault({
      service: "graph",
      times: 2,
      effect: { kind: "status", status: 401, when: "before" },
    });
    const groupId = await world.groupId("Women at Contoso", people.lead);
    await world.as(people.lead).send("POST", "/api/events", lunch(groupId));
    await untilIdle(world);
    expect((await accountOf(world.as(people.admin))).state).toBe("connected");
    expect(toldTo(people.admin)).toHaveLength(2);
  });

  it("names who can be reached and who cannot", async () => {
    const { admins } = await accountOf(world.as(people.admin));
    expect(admins.reachable).toEqual(
      expect.arrayContaining(["Adele Vance", "Isaiah Langer"]),
    );
    expect(admins.unreachable).toHaveLength(1);
    // Once the far one has opened the app their name is known, and with the app they can be reached.
    await world.as(farAdmin).me();
    world.simulator.installPersonally(farAdmin);
    await world.simulator.settled();
    await waitFor("the chat", async () => {
      const now = await accountOf(world.as(people.admin));
      return now.admins.reachable.includes("Allan Deyoung");
    });
  });

  it("nothing any more to somebody who is no admin, and nothing to others", async () => {
    await world.product().stop();
    await world.restart({ ADMIN_USERS: idOf(farAdmin) });
    await world.as(memberAdmin).me();
    const before = toldTo(memberAdmin).length;
    world.simulator.changeSettings({ serviceAccountEnabled: false });
    await check();
    expect(toldTo(farAdmin).at(-1)).toMatch(/blocked in Entra/);
    expect(toldTo(memberAdmin)).toHaveLength(before);
    expect(toldTo(people.lead)).toEqual([]);
    world.simulator.changeSettings({ serviceAccountEnabled: true });
    await check();
  });

  it("what could not be sent at first, after Teams is there again", async () => {
    const before = toldTo(people.admin).length;
    world.simulator.setFault({
      service: "connector",
      method: "POST",
      times: 2,
      effect: {
        kind: "status",
        status: 429,
        retryAfterSeconds: 0.2,
        when: "before",
      },
    });
    world.simulator.changeSettings({ serviceAccountTeamsLicense: false });
    await check();
    const told = await waitFor("the message", () => {
      const all = toldTo(people.admin);
      return all.length > before && all.at(-1);
    });
    expect(told).toMatch(/Something is missing.*cannot create Teams meetings/s);
    expect(toldTo(people.admin)).toHaveLength(before + 1);
    world.simulator.changeSettings({ serviceAccountTeamsLicense: true });
    await check();
  });

  it("two weeks before a secret ends, once for each end, and when it has ended", async () => {
    const day = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const told = () =>
      toldTo(people.admin).filter((text) => /secret/i.test(text));
    const startWith = async (days: number) => {
      await world.product().stop();
      await world.restart({
        AAD_APP_CLIENT_SECRET_EXPIRES: day(days),
        BOT_PASSWORD_EXPIRES: day(400),
      });
      await check();
    };
    await startWith(20);
    expect(told()).toEqual([]);
    expect(secretsCheck(await accountOf(world.as(people.admin)))).toMatchObject(
      { state: "ok" },
    );
    await startWith(13);
    await check();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(
      /expires soon.*AAD_APP_CLIENT_SECRET expires on/s,
    );
    expect(secretsCheck(await accountOf(world.as(people.admin)))).toMatchObject(
      {
        state: "warning",
        sentence: expect.stringContaining(day(13)) as string,
      },
    );
    await startWith(-1);
    expect(told()).toHaveLength(2);
    expect(told()[1]).toMatch(/has expired/);
    expect(told().join()).not.toMatch(/BOT_PASSWORD/);
  });

  it("once more, and no more, when it was killed before it noted that a message had gone out", async () => {
    const client = new pg.Client(world.database.connectionString);
    await client.connect();
    await client.query(
      "update admin_notices set told = 'broken:signInRevoked' where topic like 'account:%'",
    );
    const before = toldTo(people.admin).length;
    await world.product().kill();
    await world.restart();
    await client.query("update service_accounts set next_check_at = now()");
    await check();
    await client.end();
    expect(toldTo(people.admin).length - before).toBe(1);
  });
});

function secretsCheck(view: Awaited<ReturnType<typeof accountOf>>) {
  return view.checks.find(({ name }) => name === "secrets");
}
