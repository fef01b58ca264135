import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { ServiceAccountView } from "../../bot/contract/accounts.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import { makeAppCertificate } from "../../simulator/testing/app-certificate.ts";
import type { Api } from "../harness/api.ts";
import { accountOf } from "../harness/connect-account.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import {
  lunch,
  openWorld,
  people,
  type Replica,
  type World,
} from "../harness/world.ts";

/** How often Entra was asked for new tokens for a refresh token, and how often it refused. */
function refreshes(world: World, after = 0) {
  const asked = world.simulator
    .exchanges()
    .filter(
      ({ n, service, requestBody }) =>
        n > after &&
        service === "entra" &&
        JSON.stringify(requestBody ?? "").includes(
          '"grant_type":"refresh_token"',
        ),
    );
  return {
    asked: asked.length,
    refused: asked.filter(({ status }) => status !== 200).length,
  };
}

const lastExchange = (world: World) =>
  world.simulator.exchanges().at(-1)?.n ?? 0;
const check = (api: Api) =>
  api.send<ServiceAccountView>("POST", "/api/accounts/check");

describe("three backends that renew one token", () => {
  let world: World;
  let replicas: Replica[];
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    replicas = [await world.startReplica(), await world.startReplica()];
    await untilIdle(world);
  });
  afterAll(() => world.close());

  const everyBackend = () => [
    world.as(people.admin),
    ...replicas.map((replica) => replica.as(people.admin)),
  ];

  it.each(["kept", "single"] as const)(
    "ask Entra once, all go on with what it gave, and lose nothing (used refresh tokens: %s)",
    async (refreshTokenRotation) => {
      world.simulator.changeSettings({ refreshTokenRotation });
      for (let round = 0; round < 3; round += 1) {
        const before = lastExchange(world);
        const answers = await Promise.all(
          [...everyBackend(), ...everyBackend()].map(check),
        );
        for (const { status, body } of answers) {
          expect(status).toBe(200);
          expect(body).toMatchObject({ state: "connected", problem: null });
        }
        const { asked, refused } = refreshes(world, before);
        expect(refused).toBe(0);
        // The second check of a backend may come after the first has its proof, and asks for its own.
        expect(asked).toBeGreaterThanOrEqual(1);
        expect(asked).toBeLessThanOrEqual(6);
      }
      world.simulator.changeSettings({ refreshTokenRotation: "kept" });
    },
  );

  it("renew it once when it has run out while all of them have work", async () => {
    // The stored token is as good as over; whoever works next has to renew it.
    world.simulator.changeSettings({ accessTokenSeconds: 60 });
    await check(world.as(people.admin));
    world.simulator.changeSettings({
      accessTokenSeconds: 3600,
      refreshTokenRotation: "single",
    });
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const before = lastExchange(world);
    const leads = [
      world.as(people.lead),
      ...replicas.map((replica) => replica.as(people.lead)),
    ];
    const events = await Promise.all(
      leads.flatMap((lead, number) =>
        [1, 2, 3].map((n) =>
          lead.send<EventDetail>(
            "POST",
            "/api/events",
            lunch(groupId, { title: `Lunch ${number}.${n}` }),
          ),
        ),
      ),
    );
    for (const { body } of events)
      await waitFor("the invitations", async () => {
        const event = await world.as(people.lead).event(body.id);
        return event.status === "scheduled";
      });
    expect(refreshes(world, before)).toEqual({ asked: 1, refused: 0 });
    expect((await accountOf(world.as(people.admin))).state).toBe("connected");
    world.simulator.changeSettings({ refreshTokenRotation: "kept" });
  });

  it("go on when one of them is killed while it renews", async () => {
    const [first] = replicas;
    world.simulator.setFault({
      service: "entra",
      path: "/oauth2/v2.0/token",
      // The check also asks Entra whether a consent reaches further than the account.
      times: null,
      effect: { kind: "latency", ms: 2000 },
    });
    const dying = check(first!.as(people.admin)).catch(() => null);
    await waitFor("the renewal under way", async () => lockedCaches(world));
    await first!.product.kill();
    await dying;
    world.simulator.clearFaults();
    expect(await check(world.as(people.admin))).toMatchObject({
      status: 200,
      body: { state: "connected" },
    });
  });
});

/** Whether somebody holds the account's cache. */
async function lockedCaches(world: World): Promise<boolean> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    const { rows } = await client.query(
      "select 1 from token_caches for update skip locked",
    );
    return rows.length === 0;
  } finally {
    await client.end();
  }
}

describe("the stored sign-in", () => {
  let world: World;
  let client: pg.Client;
  beforeEach(async () => {
    world = await openWorld();
    client = new pg.Client(world.database.connectionString);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await world.close();
  });

  it("outlives a change of the key: the earlier one opens it, today's seals it, and the earlier can go", async () => {
    await world.connectAccount();
    await untilIdle(world);
    const sealed = async () =>
      (
        await client.query<{ sealed: Buffer }>(
          "select sealed from token_caches",
        )
      ).rows[0]?.sealed;
    const before = await sealed();
    await world.product().stop();
    await world.restart({
      TOKEN_ENCRYPTION_KEY: "6b".repeat(32),
      TOKEN_ENCRYPTION_KEY_PREVIOUS: `${"7c".repeat(32)},${"5a".repeat(32)}`,
    });
    // Sealed anew at the start, before anybody asks for a token.
    expect((await sealed())?.subarray(1, 5)).not.toEqual(
      before?.subarray(1, 5),
    );
    await world.product().stop();
    await world.restart({ TOKEN_ENCRYPTION_KEY: "6b".repeat(32) });
    expect(await check(world.as(people.admin))).toMatchObject({
      body: { state: "connected", problem: null },
    });
  });

  it("is not brought back by a renewal that was under way when the account was disconnected", async () => {
    await world.connectAccount();
    await untilIdle(world);
    const { account } = await accountOf(world.as(people.admin));
    world.simulator.setFault({
      service: "entra",
      path: "/oauth2/v2.0/token",
      times: null,
      effect: { kind: "latency", ms: 700 },
    });
    const renewing = check(world.as(people.admin));
    await waitFor("the renewal under way", () => lockedCaches(world));
    await world.as(people.admin).send("DELETE", `/api/accounts/${account?.id}`);
    await renewing;
    world.simulator.clearFaults();
    await untilIdle(world);
    const { rows } = await client.query(
      "select 1 from token_caches union all select 1 from graph_subscriptions",
    );
    expect(rows).toEqual([]);
    expect((await accountOf(world.as(people.admin))).state).toBe(
      "notConnected",
    );
  });

  it("is got and renewed with a certificate instead of a secret", async () => {
    const folder = await mkdtemp(join(tmpdir(), "erg-certificate-"));
    const { privateKey, pem } = await makeAppCertificate();
    const file = join(folder, "app.pem");
    await writeFile(file, `${privateKey}\n${pem}`);
    world.simulator.registerCertificate(pem);
    // The secret must play no part.
    world.simulator.changeSettings({ clientSecret: "wrong" });
    await world.product().stop();
    await world.restart({
      AAD_APP_CLIENT_SECRET: "",
      AAD_APP_CLIENT_CERTIFICATE: file,
    });
    await world.connectAccount();
    expect(await check(world.as(people.admin))).toMatchObject({
      body: { state: "connected", problem: null },
    });
    await rm(folder, { recursive: true });
  });
});
