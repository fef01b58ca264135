import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { graphClientFor, newEvent } from "../testing/graph-client.ts";
import { signInTo } from "../testing/sign-in.ts";
import {
  startTestSimulator,
  testClock,
  type TestClock,
} from "../testing/simulator-for-tests.ts";

let simulator: Simulator;
let client: Client;
let clock: TestClock;
/** Hears of each effect. */
let onEffect: () => void = () => undefined;

beforeEach(async () => {
  clock = testClock();
  onEffect = () => undefined;
  simulator = await startTestSimulator({
    clock,
    intercept: ({ point }) => {
      if (point === "effectDone") onEffect();
    },
  });
  client = await graphClientFor(simulator);
});
afterEach(() => simulator.close());

async function rawFetcher() {
  const { accessToken } = await signInTo(simulator, "ergs@contoso.com");
  return (path: string, init: RequestInit = {}) =>
    fetch(`${simulator.environment()["GRAPH_BASE_URL"]}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${accessToken}`, ...init.headers },
    });
}

describe("a batch", () => {
  it("answers each part by itself, and 424 for what depends on a failed one", async () => {
    const batch = (await client.api("/$batch").post({
      requests: [
        { id: "1", method: "GET", url: "/me" },
        { id: "2", method: "GET", url: "/me/events/nonsense" },
        { id: "3", method: "GET", url: "/me", dependsOn: ["2"] },
        {
          id: "4",
          method: "POST",
          url: "/me/events",
          headers: { "Content-Type": "application/json" },
          body: newEvent([]),
        },
      ],
    })) as { responses: { id: string; status: number }[] };
    const statuses = batch.responses.map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({
      1: 200,
      2: 400,
      3: 424,
      4: 201,
    });
  });

  it("holds at most 20 parts", async () => {
    const requests = Array.from({ length: 21 }, (_, n) => ({
      id: String(n),
      method: "GET",
      url: "/me",
    }));
    await expect(
      client.api("/$batch").post({ requests }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("the default calendar", () => {
  it.each([
    [true, ["teamsForBusiness"]],
    [false, []],
  ])("with a Teams licence %s allows %j", async (isLicensed, allowed) => {
    simulator.changeSettings({ serviceAccountTeamsLicense: isLicensed });
    expect(await client.api("/me/calendar").get()).toMatchObject({
      isDefaultCalendar: true,
      allowedOnlineMeetingProviders: allowed,
    });
  });
});

describe("the limits of a mailbox", () => {
  it("lets four requests run at one time", async () => {
    const get = await rawFetcher();
    simulator.setFault({
      service: "graph",
      times: null,
      effect: { kind: "latency", ms: 300 },
    });
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => get("/me/calendar")),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([
      200, 200, 200, 200, 429, 429,
    ]);
    expect(refused[0]?.headers.get("retry-after")).toBe("1");
    expect(await refused[0]?.json()).toMatchObject({
      error: {
        code: "ApplicationThrottled",
        message: "Application is over its MailboxConcurrency limit.",
      },
    });
  });

  it("lets so many requests through in ten minutes", async () => {
    const get = await rawFetcher();
    simulator.changeSettings({ requestsPer10Minutes: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await get("/me")).status);
    clock.forward({ minutes: 11 });
    statuses.push((await get("/me")).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it("ends a token after an hour", async () => {
    const get = await rawFetcher();
    clock.forward({ minutes: 61 });
    const reply = await get("/me");
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({
      error: { code: "InvalidAuthenticationToken" },
    });
  });
});

describe("faults on demand", () => {
  it("fail before the effect, or after it", async () => {
    const get = await rawFetcher();
    const post = () =>
      get("/me/events", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(newEvent(["MeganB@contoso.com"])),
      });
    const effect = {
      kind: "status",
      status: 503,
      retryAfterSeconds: 0.5,
    } as const;
    const rule = {
      service: "graph",
      method: "POST",
      path: "/me/events$",
    } as const;
    simulator.setFault({ ...rule, effect: { ...effect, when: "before" } });
    const before = await post();
    expect(before.status).toBe(503);
    expect(before.headers.get("retry-after")).toBe("0.5");
    expect(simulator.mailbox("MeganB@contoso.com").events).toHaveLength(0);
    simulator.setFault({ ...rule, effect: { ...effect, when: "after" } });
    expect((await post()).status).toBe(503);
    expect(simulator.mailbox("MeganB@contoso.com").events).toHaveLength(1);
    simulator.setFault({ ...rule, effect: { kind: "reset", when: "after" } });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(simulator.mailbox("MeganB@contoso.com").events).toHaveLength(2);
  });

  it("let a request take effect after its connection was lost", async () => {
    const get = await rawFetcher();
    const invited = () => simulator.mailbox("MeganB@contoso.com").events.length;
    simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      effect: { kind: "late", ms: 300 },
    });
    const effect = new Promise<void>((resolve) => (onEffect = resolve));
    await expect(
      get("/me/events", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(newEvent(["MeganB@contoso.com"])),
      }),
    ).rejects.toThrow("fetch failed");
    expect(invited()).toBe(0);
    await effect;
    expect(invited()).toBe(1);
    expect((await get("/me")).status).toBe(200);
  });

  it("what is not implemented says so with 501", async () => {
    const get = await rawFetcher();
    const reply = await get("/me/drive");
    expect(reply.status).toBe(501);
    expect(await reply.json()).toMatchObject({
      error: { code: "notImplemented" },
    });
  });
});

describe("the list of exchanges", () => {
  it("has every request and reply, without secrets", async () => {
    const get = await rawFetcher();
    await get("/me");
    const all = JSON.stringify(simulator.exchanges());
    expect(all).not.toContain(simulator.environment()["AAD_APP_CLIENT_SECRET"]);
    expect(all).not.toMatch(/eyJ[\w-]+\./);
    expect(simulator.exchanges().at(-1)).toMatchObject({
      service: "graph",
      direction: "in",
      method: "GET",
      url: "/v1.0/me",
      status: 200,
      responseBody: { userPrincipalName: "ergs@contoso.com" },
    });
  });
});
