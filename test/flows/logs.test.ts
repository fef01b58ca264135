import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import { openChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const title = "Zebra crossing workshop";
const description = "Bring a quokka.";
const location = "The octagonal room";
const cancelMessage = "The ferret is ill.";

describe("the log at its most talkative", () => {
  let world: World;
  let click: string;
  let lines: Record<string, unknown>[];
  beforeAll(async () => {
    world = await openWorld({ environment: { LOG_LEVEL: "trace" } });
    world.simulator.installPersonally(people.admin);
    await world.connectAccount();
    const channel = await openChannel(world);
    const lead = world.as(people.lead);
    click = randomUUID();
    const { body, headers } = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(channel.groupId, {
        title,
        description,
        location,
        channelIds: [channel.id],
        open: true,
        audience: { group: true, addresses: ["somebody.else@contoso.com"] },
      }),
      { "X-Correlation-Id": click },
    );
    expect(headers.get("x-correlation-id")).toBe(click);
    const event = await waitFor("the invitations and the card", async () => {
      const seen = await lead.event(body.id);
      const areUp = seen.cards?.every(({ state }) => state === "upToDate");
      return seen.status === "scheduled" && areUp && seen;
    });
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: title,
      response: "accepted",
    });
    await world
      .as("LidiaH@contoso.com")
      .send("PUT", `/api/events/${body.id}/response`, { answer: "declined" });
    await channel.press("MiriamG@contoso.com", title, "Going");
    await untilIdle(world);
    // Troubles are what logs are for: refusals, silence, a broken account, a stranger.
    world.simulator.setFault({
      service: "graph",
      times: 3,
      effect: { kind: "status", status: 500, when: "before" },
    });
    world.simulator.setFault({
      service: "connector",
      times: 2,
      effect: { kind: "reset", when: "after" },
    });
    const cancelled = await lead.send(
      "POST",
      `/api/events/${body.id}/cancel`,
      { message: cancelMessage },
      { "If-Match": `"${event.version}"` },
    );
    expect(cancelled.status).toBe(200);
    await waitFor(
      "the cancellation",
      async () => (await lead.event(body.id)).status === "cancelled",
      60_000,
    );
    await fetch(`${world.product().url}/api/messages`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: "Bearer x",
      },
      body: JSON.stringify({ type: "message", text: title }),
    });
    world.simulator.changeSettings({ serviceAccountMailbox: "missing" });
    await world.as(people.admin).send("POST", "/api/accounts/check");
    world.simulator.changeSettings({ serviceAccountMailbox: "ok" });
    await untilIdle(world, 60_000);
    lines = world
      .product()
      .log()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }, 180_000);
  afterAll(() => world.close());

  it("names nobody, and no text of anybody's, in any line", () => {
    const log = world.product().log();
    expect(lines.length).toBeGreaterThan(50);
    // Else the troubles were none.
    expect(
      lines.filter(({ level }) => Number(level) >= 40).length,
    ).toBeGreaterThan(0);
    const words = [
      title,
      description,
      location,
      cancelMessage,
      "quokka",
      "ferret",
      "Zebra",
      ...world.simulator.world.people.flatMap((person) => [
        person.mail,
        person.displayName,
      ]),
      ...world.simulator.world.teams.map(({ name }) => name),
    ].filter((word): word is string => typeof word === "string" && word !== "");
    expect(words.length).toBeGreaterThan(20);
    const found = words.filter((word) =>
      log.toLowerCase().includes(word.toLowerCase()),
    );
    expect(found).toEqual([]);
    expect(log).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
    // Tokens: their own form, and what is sealed or secret here.
    expect(log).not.toMatch(
      /eyJ[\w-]{10,}\.|Bearer |refresh_token|client_secret/,
    );
  });

  it("follows one click through request, jobs and calls of Microsoft by its id", () => {
    const own = lines.filter(({ correlation }) => correlation === click);
    const of = (wanted: Record<string, unknown>) =>
      own.find((line) =>
        Object.entries(wanted).every(([name, value]) => line[name] === value),
      );
    expect(
      of({ msg: "request", route: "/api/events", status: "201" }),
    ).toBeDefined();
    expect(of({ msg: "published", job: "events.publish" })).toHaveProperty(
      "jobId",
    );
    expect(
      of({ service: "graph", operation: "POST /me/events" }),
    ).toMatchObject({
      outcome: "ok",
      requestId: expect.any(String) as unknown,
    });
    expect(
      of({ msg: "card brought up to date", job: "cards.publish" }),
    ).toBeDefined();
    expect(of({ service: "connector", operation: "post" })).toBeDefined();

    const sent = world.simulator
      .exchanges()
      .filter(({ requestHeaders }) =>
        ["client-request-id", "x-ms-client-request-id"].some(
          (name) => requestHeaders[name] === click,
        ),
      )
      .map(
        ({ service, method, url }) =>
          `${service} ${method} ${new URL(url, "https://x").pathname}`,
      );
    expect(sent).toContain("graph POST /v1.0/me/events");
    expect(sent).toContain("connector POST /connector/v3/conversations");
  });

  it("has an id of its own for every job and every request that brings none, or no GUID", async () => {
    const jobLines = lines.filter(({ jobId }) => jobId !== undefined);
    expect(jobLines.length).toBeGreaterThan(10);
    expect(jobLines.filter(({ correlation }) => !correlation)).toEqual([]);
    const refused = await fetch(`${world.product().url}/api/me`, {
      headers: { "X-Correlation-Id": "MeganB@contoso.com" },
    });
    const problem = (await refused.json()) as { correlationId: string };
    expect(refused.status).toBe(401);
    expect(problem.correlationId).toMatch(/^[\da-f]{8}-/);
    expect(refused.headers.get("x-correlation-id")).toBe(problem.correlationId);
    // Also what no route of ours answers.
    const nothing = await fetch(`${world.product().url}/api/me`, {
      method: "DELETE",
    });
    expect(nothing.headers.get("x-correlation-id")).toMatch(/^[\da-f]{8}-/);
  });
});
