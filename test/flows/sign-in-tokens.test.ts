import type { Problem } from "../../bot/contract/problem.ts";
import { openWorld, people, type World } from "../harness/world.ts";

describe("SSO tokens", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const ask = async (authorization?: string) => {
    const response = await fetch(`${world.product().url}/api/me`, {
      headers: authorization ? { Authorization: authorization } : {},
    });
    return {
      status: response.status,
      type: response.headers.get("content-type"),
      body: (await response.json()) as Problem,
    };
  };
  type Overrides = Parameters<World["simulator"]["ssoToken"]>[1];
  const hoursFromNow = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000);

  const refused: [string, Overrides][] = [
    ["signed by a foreign key", { key: "foreign" }],
    ["signed by the Bot Framework", { key: "botFramework" }],
    [
      "for another app",
      { claims: { aud: "00000003-0000-0000-c000-000000000000" } },
    ],
    [
      "for our id under another host",
      {
        claims: {
          aud: "api://evil.example/0e21a29d-aa20-597b-a8f9-6b02311defc2",
        },
      },
    ],
    [
      "from another issuer",
      { claims: { iss: "https://login.evil.example/x/v2.0" } },
    ],
    [
      "from another tenant",
      { claims: { tid: "11111111-1111-4111-8111-111111111111" } },
    ],
    [
      "asked for by another client",
      { claims: { azp: "04b07795-8ddb-461a-bbee-02f9e1bf7b46" } },
    ],
    ["without a client", { without: ["azp"] }],
    ["with another scope", { claims: { scp: "User.Read" } }],
    ["whose scope only resembles ours", { claims: { scp: "access_as_user2" } }],
    ["of an app instead of a person", { without: ["scp"] }],
    ["without an object id", { without: ["oid"] }],
    ["without an expiry", { without: ["exp"] }],
    ["of version 1", { claims: { ver: "1.0" } }],
    ["that has expired", { issuedAt: hoursFromNow(-3) }],
    ["that is not valid yet", { issuedAt: hoursFromNow(3) }],
  ];

  it.each(refused)("refuses a token %s", async (_what, overrides) => {
    const token = await world.simulator.ssoToken(people.lead, overrides);
    expect(await ask(`Bearer ${token}`)).toMatchObject({
      status: 401,
      type: "application/problem+json",
      body: { code: "notSignedIn" },
    });
  });

  it.each([
    ["no token", undefined],
    ["an empty token", "Bearer "],
    ["another scheme", "Basic bWVnYW46eA=="],
    ["no JWT", "Bearer abc"],
    ["an unsigned JWT", "Bearer eyJhbGciOiJub25lIn0.eyJvaWQiOiJ4In0."],
  ])("refuses %s", async (_what, authorization) => {
    expect(await ask(authorization)).toMatchObject({ status: 401 });
  });

  it("refuses a token whose payload was changed", async () => {
    const token = await world.simulator.ssoToken(people.lead);
    const [head = "", , signature = ""] = token.split(".");
    const other = await world.simulator.ssoToken(people.admin);
    const forged = [head, other.split(".")[1] ?? "", signature].join(".");
    expect(await ask(`Bearer ${forged}`)).toMatchObject({ status: 401 });
  });

  it("takes a genuine token in each documented form of its audience", async () => {
    for (const ssoAudience of ["clientId", "applicationIdUri"] as const) {
      world.simulator.changeSettings({ ssoAudience });
      const token = await world.simulator.ssoToken(people.lead);
      expect(await ask(`Bearer ${token}`)).toMatchObject({
        status: 200,
        body: { displayName: "Megan Bowen", isAdmin: false },
      });
    }
  });

  it("knows an admin by the app role", async () => {
    expect(await world.as(people.admin).me()).toMatchObject({ isAdmin: true });
  });

  it("accepts activities from the Bot Framework alone", async () => {
    const activity = {
      type: "conversationUpdate",
      channelId: "msteams",
      id: "1",
      serviceUrl: "https://smba.example/",
      from: { id: "29:x", aadObjectId: "11111111-1111-4111-8111-111111111111" },
      recipient: { id: "28:bot" },
      conversation: { id: "19:forged@thread.tacv2" },
      membersAdded: [{ id: `28:${world.simulator.environment()["BOT_ID"]}` }],
      channelData: {
        tenant: { id: world.simulator.environment()["BOT_TENANT_ID"] },
        team: { id: "19:forged@thread.tacv2", name: "Forged" },
      },
    };
    const sso = await world.simulator.ssoToken(people.lead);
    for (const authorization of [undefined, "Bearer x.y.z", `Bearer ${sso}`]) {
      const response = await fetch(`${world.product().url}/api/messages`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(authorization && { Authorization: authorization }),
        },
        body: JSON.stringify(activity),
      });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toMatch(/at |node_modules/);
    }
    expect((await world.as(people.lead).me()).groups).not.toContainEqual(
      expect.objectContaining({ name: "Forged" }),
    );
  });
});
