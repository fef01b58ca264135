import pg from "pg";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { InterceptedMoment } from "../../simulator/simulation.ts";
import { closedGate } from "../harness/gate.ts";
import { untilIdle } from "../harness/idle.ts";
import { waitFor } from "../harness/wait-for.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";

/** The create of an event, before its effect. */
const isCreate = ({ point, method, path }: InterceptedMoment) =>
  point === "received" && method === "POST" && path.endsWith("/me/events");

describe("a create that takes effect after its event was cancelled", () => {
  let world: World;
  let groupId: string;
  let database: pg.Client;
  /** Holds creates back. */
  let gate: ((moment: InterceptedMoment) => Promise<void> | void) | null = null;
  beforeAll(async () => {
    world = await openWorld({
      simulator: { intercept: (moment) => gate?.(moment) },
      environment: { ANSWER_TIMEOUT_SECONDS: "2" },
    });
    database = new pg.Client(world.database.connectionString);
    await database.connect();
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
    await untilIdle(world);
  });
  afterEach(() => {
    gate = null;
    world.simulator.clearFaults();
    world.simulator.changeSettings({ cancelledEventStays: false });
  });
  afterAll(async () => {
    await database.end();
    await world.close();
  });

  const schedule = async (title: string) => {
    const { body } = await world.as(people.lead).send<EventDetail>(
      "POST",
      "/api/events",
      lunch(groupId, {
        title,
        audience: { group: false, addresses: [adele] },
      }),
    );
    return body.id;
  };
  const cancel = async (id: string) => {
    const lead = world.as(people.lead);
    const { version } = await lead.event(id);
    const answer = await lead.send(
      "POST",
      `/api/events/${id}/cancel`,
      { message: "Sorry, not this time." },
      { "If-Match": `"${version}"` },
    );
    expect(answer.status).toBe(200);
  };
  const untilCancelled = (id: string) =>
    waitFor("the cancellation", async () => {
      const event = await world.as(people.lead).event(id);
      return event.status === "cancelled";
    });
  /** What Adele got of it, newest first. */
  const mails = (title: string) =>
    world.simulator
      .mailbox(adele)
      .mails.filter(({ subject }) => subject.includes(title));
  const kinds = (title: string) => mails(title).map(({ kind }) => kind);
  /** Searches of an event by our property. */
  const searches = (id: string) =>
    world.simulator
      .exchanges()
      .filter(
        ({ service, method, url }) =>
          service === "graph" &&
          method === "GET" &&
          url.includes("/me/events?") &&
          url.includes(id),
      ).length;
  const looks = async (id: string) => {
    const { rows } = await database.query<{
      late_look_at: Date | null;
      unclear_account_id: string | null;
    }>(
      "select late_look_at, unclear_account_id from waves where event_id = $1",
      [id],
    );
    const [row] = rows;
    if (!row) throw new Error("no event");
    return row;
  };
  /** Lets the time pass until the next look, with the product dead; the start looks for what is due. */
  const restartAtNextLook = async (id: string) => {
    await world.product().kill();
    await database.query(
      "update waves set late_look_at = now() where event_id = $1 and late_look_at is not null",
      [id],
    );
    await world.restart();
    await untilIdle(world);
  };
  /** Graph reports an event that somebody made in the account's own Outlook. */
  const reportStranger = async () => {
    const { rows } = await database.query<{ graph_id: string; secret: string }>(
      "select graph_id, client_state as secret from graph_subscriptions",
    );
    const [subscription] = rows;
    await fetch(`${world.product().url}/api/notifications`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        value: [
          {
            subscriptionId: subscription?.graph_id,
            clientState: subscription?.secret,
            changeType: "created",
            resourceData: { id: "somebody-elses" },
          },
        ],
      }),
    });
  };
  /** An event that was cancelled while nobody knows what has become of its create, which waits at the gate. */
  const cancelUnclear = async (title: string) => {
    const sent = Promise.withResolvers<void>();
    const creates = closedGate((moment) => {
      if (isCreate(moment)) sent.resolve();
      return isCreate(moment);
    });
    gate = creates.intercept;
    const id = await schedule(title);
    await sent.promise;
    await cancel(id);
    await untilCancelled(id);
    expect(kinds(title)).toEqual([]);
    return { id, takeEffect: creates.open };
  };

  it("is found by Graph's report of it, and cancelled with the lead's message, once", async () => {
    const title = "Reported";
    const { id, takeEffect } = await cancelUnclear(title);
    takeEffect();
    await waitFor("the late cancellation", () => kinds(title).length === 2);
    await untilIdle(world);
    expect(kinds(title)).toEqual(["cancellation", "invitation"]);
    expect(mails(title)[0]?.bodyHtml).toContain("Sorry, not this time.");
    await reportStranger();
    await untilIdle(world);
    await restartAtNextLook(id);
    expect(kinds(title)).toEqual(["cancellation", "invitation"]);
  });

  it.each([false, true])(
    "is found by the clock where nobody reports it, though the product is killed in between (cancelled events stay: %s)",
    async (cancelledEventStays) => {
      world.simulator.changeSettings({ cancelledEventStays });
      const title = `Unreported, ${cancelledEventStays}`;
      const { id, takeEffect } = await cancelUnclear(title);
      await world.product().kill();
      await world.restart();
      world.simulator.setFault({
        service: "notification",
        times: null,
        effect: { kind: "dropNotification" },
      });
      takeEffect();
      await waitFor("the late invitation", () => kinds(title).length === 1);
      // Its answer is lost, too: the next look sees that it was cancelled.
      world.simulator.setFault({
        service: "graph",
        method: "POST",
        path: "/cancel$",
        effect: { kind: "reset", when: "after" },
      });
      await restartAtNextLook(id);
      await restartAtNextLook(id);
      expect(kinds(title)).toEqual(["cancellation", "invitation"]);
    },
  );

  it("is cancelled once though the product is killed before it hears that it was", async () => {
    const title = "Killed";
    const { takeEffect } = await cancelUnclear(title);
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    takeEffect();
    await waitFor("the late invitation", () => kinds(title).length === 1);
    const killed = Promise.withResolvers<void>();
    gate = async ({ point, path }) => {
      if (point !== "effectDone" || !path.endsWith("/cancel")) return;
      gate = null;
      await world.product().kill();
      killed.resolve();
    };
    await reportStranger();
    await killed.promise;
    await world.restart();
    await reportStranger();
    await untilIdle(world);
    expect(kinds(title)).toEqual(["cancellation", "invitation"]);
  });

  it("is looked for until a day after, and no longer", async () => {
    const title = "Never";
    const { id } = await cancelUnclear(title);
    const distances: (number | undefined)[] = [];
    for (;;) {
      const { late_look_at: at } = await looks(id);
      if (at === null) break;
      const { rows } = await database.query<{ minutes: number }>(
        "select round(extract(epoch from late_look_at - late_looks_from) / 60)::int as minutes from waves where event_id = $1",
        [id],
      );
      distances.push(rows[0]?.minutes);
      // As if it had been cancelled that much earlier.
      await database.query(
        "update waves set late_looks_from = late_looks_from - (late_look_at - now()) where event_id = $1",
        [id],
      );
      const before = searches(id);
      await reportStranger();
      await untilIdle(world);
      expect(searches(id)).toBe(before + 1);
    }
    expect(distances).toEqual([1, 10, 60, 1440]);
    expect((await looks(id)).unclear_account_id).toBeNull();
    const before = searches(id);
    await reportStranger();
    await untilIdle(world);
    expect(searches(id)).toBe(before);
  });

  it("costs nothing where each create was answered", async () => {
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      effect: { kind: "status", status: 400, when: "before" },
    });
    const refused = await schedule("Refused");
    await waitFor("the refusal", async () => {
      const event = await world.as(people.lead).event(refused);
      return event.status === "failed";
    });
    await cancel(refused);
    await untilCancelled(refused);
    const sent = await schedule("Sent");
    await waitFor("the invitations", async () => {
      const event = await world.as(people.lead).event(sent);
      return event.status === "scheduled";
    });
    await cancel(sent);
    await untilCancelled(sent);
    await reportStranger();
    await untilIdle(world);
    for (const id of [refused, sent]) {
      expect(await looks(id)).toEqual({
        late_look_at: null,
        unclear_account_id: null,
      });
      expect(searches(id)).toBe(0);
    }
    expect(kinds("Sent")).toEqual(["cancellation", "invitation"]);
  });
});
