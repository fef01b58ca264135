import type { EventDetail } from "../../bot/contract/events.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

describe("change notifications", () => {
  let world: World;
  let event: EventDetail;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    const groupId = await world.groupId("Women at Contoso", people.lead);
    const lead = world.as(people.lead);
    const created = await lead.send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId),
    );
    event = await waitFor("the invitations", async () => {
      const seen = await lead.event(created.body.id);
      return seen.status === "scheduled" && seen;
    });
    await untilIdle(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const post = (path: string, body: unknown) =>
    fetch(`${world.product().url}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const graphReads = () =>
    world.simulator.exchanges().filter(({ service }) => service === "graph")
      .length;
  /** A genuine delivery, as the simulator sent it for an answer. */
  const genuine = () =>
    world.simulator
      .exchanges()
      .filter(
        ({ service, requestBody }) =>
          service === "notification" && requestBody !== null,
      )
      .map(
        ({ requestBody }) =>
          requestBody as { value?: { clientState: string }[] },
      )
      .findLast(({ value }) => value !== undefined);
  const answer = (response: "accepted" | "declined" | "tentativelyAccepted") =>
    world.simulator.respond({
      person: "AdeleV@contoso.com",
      subject: "Lunch and learn",
      response,
    });
  const tally = async () => (await world.as(people.lead).event(event.id)).tally;

  it("echoes Graph's validation token as plain text, and nothing longer", async () => {
    const token = "Validation: <b>x</b> +&%";
    for (const path of ["/api/notifications", "/api/lifecycle"]) {
      const url = `${world.product().url}${path}?validationToken=${encodeURIComponent(token)}`;
      const response = await fetch(url, { method: "POST" });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await response.text()).toBe(token);
    }
    const long = await fetch(
      `${world.product().url}/api/notifications?validationToken=${"x".repeat(3000)}`,
      { method: "POST" },
    );
    expect(long.status).toBe(400);
  });

  it("counts an answer once, though its notification comes twice and late", async () => {
    world.simulator.setFault({
      service: "notification",
      effect: { kind: "doubleNotification" },
    });
    answer("accepted");
    await waitFor("the answer", async () => (await tally()).accepted === 1);
    const delivery = genuine();
    expect(delivery).toBeDefined();
    expect((await post("/api/notifications", delivery)).status).toBe(202);
    await untilIdle(world);
    expect(await tally()).toMatchObject({ accepted: 1, total: 12 });
  });

  it("drops forged notifications and reads nothing for them", async () => {
    await untilIdle(world);
    const before = graphReads();
    const delivery = genuine();
    const forge = (change: Record<string, unknown>) => ({
      value: delivery?.value?.map((item) => ({ ...item, ...change })),
    });
    for (const body of [
      forge({ clientState: "guessed" }),
      forge({ clientState: null }),
      forge({ subscriptionId: "11111111-1111-4111-8111-111111111111" }),
      forge({ lifecycleEvent: "missed", clientState: "x" }),
      { value: "no list" },
      [],
      null,
    ])
      expect((await post("/api/notifications", body)).status).toBe(202);
    await untilIdle(world);
    expect(graphReads()).toBe(before);
  });

  it("catches up when Graph says that notifications were missed", async () => {
    world.simulator.setFault({
      service: "notification",
      effect: { kind: "dropNotification" },
    });
    answer("declined");
    await untilIdle(world);
    expect(await tally()).toMatchObject({ accepted: 1, declined: 0 });
    world.simulator.clearFaults();
    world.simulator.sendLifecycle("missed");
    await waitFor("the answer", async () => (await tally()).declined === 1);
    expect(await tally()).toMatchObject({ accepted: 0, declined: 1 });
  });

  it("finds what was answered while Graph waited for the subscription to be reauthorized", async () => {
    world.simulator.sendLifecycle("reauthorizationRequired");
    answer("accepted");
    await waitFor("the answer", async () => (await tally()).accepted === 1);
    await untilIdle(world);
    answer("declined");
    await waitFor("the answer", async () => (await tally()).declined === 1);
  });

  it("creates the subscription anew when Graph has removed it", async () => {
    world.simulator.sendLifecycle("subscriptionRemoved");
    await untilIdle(world);
    answer("tentativelyAccepted");
    await waitFor("the answer", async () => (await tally()).tentative === 1);
  });

  it("has one subscription also when two jobs see to it at once", async () => {
    world.simulator.setFault({
      service: "graph",
      path: "/subscriptions",
      times: null,
      effect: { kind: "latency", ms: 300 },
    });
    // Each asks a job of its own kind.
    const [known] = world.simulator.subscriptions();
    world.simulator.sendLifecycle("reauthorizationRequired");
    world.simulator.sendLifecycle("subscriptionRemoved");
    await waitFor("a new one", () =>
      world.simulator.subscriptions().some(({ id }) => id !== known?.id),
    );
    await untilIdle(world);
    expect(world.simulator.subscriptions()).toHaveLength(1);
  });
});
