import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { startEndpoint, type TestEndpoint } from "../testing/endpoint.ts";
import {
  graphClientFor,
  immutableIds,
  newEvent,
  type GraphEvent,
} from "../testing/graph-client.ts";
import {
  startTestSimulator,
  testClock,
  type TestClock,
} from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";

interface Notified {
  changeType?: string;
  lifecycleEvent?: string;
  clientState: string;
  resource: string;
  resourceData: { id: string };
}

let simulator: Simulator;
let client: Client;
let endpoint: TestEndpoint;
let clock: TestClock;
let refusals: number;

beforeEach(async () => {
  clock = testClock();
  refusals = 0;
  simulator = await startTestSimulator({ clock });
  client = await graphClientFor(simulator);
  endpoint = await startEndpoint({
    status: () => (refusals-- > 0 ? 503 : 202),
  });
});
afterEach(async () => {
  await simulator.close();
  await endpoint.close();
});

const inMinutes = (minutes: number) =>
  new Date(clock.now().getTime() + minutes * 60_000).toISOString();

const subscribe = (more: Record<string, unknown> = {}) =>
  client
    .api("/subscriptions")
    .header("Prefer", immutableIds)
    .post({
      changeType: "created,updated,deleted",
      notificationUrl: `${endpoint.url}/api/notifications`,
      lifecycleNotificationUrl: `${endpoint.url}/api/lifecycle`,
      resource: "/me/events",
      expirationDateTime: inMinutes(1000),
      clientState: "secret",
      ...more,
    }) as Promise<{ id: string; expirationDateTime: string }>;

const createEvent = (): Promise<GraphEvent> =>
  client
    .api("/me/events")
    .header("Prefer", immutableIds)
    .post(newEvent([megan]));

const notified = (): Notified[] =>
  endpoint.received.flatMap(
    ({ body }) => (body as { value: Notified[] }).value,
  );

async function untilNotified(count: number): Promise<Notified[]> {
  for (let posts = 1; notified().length < count; posts += 1) {
    await endpoint.untilReceived(posts);
  }
  return notified();
}

describe("a subscription", () => {
  it("tells of created, answered and cancelled events by id", async () => {
    await subscribe();
    const { id } = await createEvent();
    await untilNotified(1);
    simulator.respond({
      person: megan,
      subject: "Lunch and learn",
      response: "accepted",
    });
    await untilNotified(2);
    await client.api(`/me/events/${id}/cancel`).post({});
    const all = await untilNotified(3);
    expect(all.map(({ changeType }) => changeType)).toEqual([
      "created",
      "updated",
      "deleted",
    ]);
    for (const { clientState, resource, resourceData } of all) {
      expect(clientState).toBe("secret");
      expect(resourceData.id).toBe(id);
      expect(resource).toMatch(new RegExp(`^Users/.+/Events/${id}$`));
    }
  });

  it("is refused when the endpoint does not echo the token", async () => {
    const deaf = await startEndpoint({ validate: false });
    await expect(
      subscribe({ notificationUrl: deaf.url }),
    ).rejects.toMatchObject({ statusCode: 400, code: "ValidationError" });
    await deaf.close();
  });

  it("is refused with 409 when there is one already, unless the switch says otherwise", async () => {
    await subscribe();
    await expect(subscribe()).rejects.toMatchObject({ statusCode: 409 });
    simulator.changeSettings({ duplicateSubscription: "created" });
    await subscribe();
  });

  it("lasts at least 45 minutes and at most 10,080, and ends by itself", async () => {
    const { id, expirationDateTime } = await subscribe({
      expirationDateTime: inMinutes(5),
    });
    expect(expirationDateTime).toBe(inMinutes(45));
    await expect(
      client.api(`/subscriptions/${id}`).patch({
        expirationDateTime: inMinutes(10_090),
      }),
    ).rejects.toMatchObject({ statusCode: 400 });
    clock.forward({ minutes: 46 });
    const { value } = (await client.api("/subscriptions").get()) as {
      value: unknown[];
    };
    expect(value).toEqual([]);
  });

  it("is shown to who made it, and nothing is sent once it is deleted", async () => {
    const { id } = await subscribe();
    expect(await client.api(`/subscriptions/${id}`).get()).toMatchObject({
      resource: "/me/events",
      clientState: "secret",
    });
    await client.api(`/subscriptions/${id}`).delete();
    await expect(
      client.api(`/subscriptions/${id}`).get(),
    ).rejects.toMatchObject({ statusCode: 404 });
    await createEvent();
    await subscribe();
    const { id: told } = await createEvent();
    const all = await untilNotified(1);
    expect(all.map(({ resourceData }) => resourceData.id)).toEqual([told]);
  });

  it("tries again when the endpoint is not ready", async () => {
    await subscribe();
    refusals = 2;
    await createEvent();
    expect(await untilNotified(1)).toHaveLength(1);
  });

  it("drops, doubles and delays notifications on demand", async () => {
    await subscribe();
    const fault = (kind: "dropNotification" | "doubleNotification") =>
      simulator.setFault({ service: "notification", effect: { kind } });
    fault("dropNotification");
    await createEvent();
    fault("doubleNotification");
    const { id } = await createEvent();
    const all = await untilNotified(2);
    expect(all.map(({ resourceData }) => resourceData.id)).toEqual([id, id]);
  });

  it("waits for reauthorization after a lifecycle notification", async () => {
    const { id } = await subscribe();
    simulator.sendLifecycle("reauthorizationRequired");
    const [lifecycle] = await untilNotified(1);
    expect(lifecycle?.lifecycleEvent).toBe("reauthorizationRequired");
    await createEvent();
    await client.api(`/subscriptions/${id}/reauthorize`).post({});
    await createEvent();
    expect(await untilNotified(2)).toHaveLength(2);
  });
});
