import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { startEndpoint, type TestEndpoint } from "../testing/endpoint.ts";
import {
  graphClientFor,
  newEvent,
  type GraphEvent,
} from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";

let simulator: Simulator;
let client: Client;
let endpoint: TestEndpoint;

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = await graphClientFor(simulator);
  endpoint = await startEndpoint();
});
afterEach(async () => {
  await simulator.close();
  await endpoint.close();
});

const inHours = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000).toISOString();

const subscribe = (expirationDateTime = inHours(24)) =>
  client.api("/subscriptions").post({
    changeType: "updated",
    notificationUrl: `${endpoint.url}/api/notifications`,
    resource: "/me/events",
    expirationDateTime,
    clientState: "secret",
  }) as Promise<{ id: string }>;

const create = () =>
  client.api("/me/events").post(newEvent([megan])) as Promise<GraphEvent>;

/** Every call that reaches the mailbox, by what it does. */
async function everyCall(): Promise<[string, () => Promise<unknown>][]> {
  const { id: eventId } = await create();
  const { id: subscriptionId } = await subscribe();
  const event = `/me/events/${eventId}`;
  const subscription = `/subscriptions/${subscriptionId}`;
  const expirationDateTime = inHours(48);
  return [
    ["list events", () => client.api("/me/events").get()],
    ["create an event", create],
    ["read an event", () => client.api(event).get()],
    ["change an event", () => client.api(event).patch({ subject: "Moved" })],
    ["cancel an event", () => client.api(`${event}/cancel`).post({})],
    ["delete an event", () => client.api(event).delete()],
    ["read the calendar", () => client.api("/me/calendar").get()],
    ["list subscriptions", () => client.api("/subscriptions").get()],
    ["subscribe", () => subscribe()],
    ["read a subscription", () => client.api(subscription).get()],
    [
      "renew a subscription",
      () => client.api(subscription).patch({ expirationDateTime }),
    ],
    [
      "reauthorize",
      () => client.api(`${subscription}/reauthorize`).post(undefined),
    ],
    ["unsubscribe", () => client.api(subscription).delete()],
  ];
}

async function refusalOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return "no refusal";
  } catch (error) {
    const { statusCode, code, message } = error as Record<string, unknown>;
    return { statusCode, code, message };
  }
}

const notEnabled = {
  statusCode: 404,
  code: "MailboxNotEnabledForRESTAPI",
  message:
    "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
};
const notFound = {
  statusCode: 404,
  code: "ResourceNotFound",
  message: "Resource could not be discovered.",
};

describe("a missing mailbox", () => {
  it("refuses every call, with the same error", async () => {
    const calls = await everyCall();
    simulator.changeSettings({ serviceAccountMailbox: "missing" });
    for (const [name, call] of calls) {
      expect([name, await refusalOf(call)]).toEqual([name, notEnabled]);
    }
    // Nothing of it had an effect, and other people have theirs.
    simulator.changeSettings({ serviceAccountMailbox: "ok" });
    const { value } = (await client.api("/me/events").get()) as {
      value: GraphEvent[];
    };
    expect(value.map(({ subject }) => subject)).toEqual(["Lunch and learn"]);
  });

  it("refuses every call with two errors in turn, over all of them", async () => {
    const calls = await everyCall();
    simulator.changeSettings({
      serviceAccountMailbox: "missing",
      missingMailboxError: "alternating",
    });
    const refusals: unknown[] = [];
    for (const [, call] of calls) refusals.push(await refusalOf(call));
    expect(refusals).toEqual(
      calls.map((_, index) => (index % 2 === 0 ? notEnabled : notFound)),
    );
  });

  it.each([
    ["ResourceNotFound", notFound],
    [
      "MailboxNotSupportedForRESTAPI",
      {
        statusCode: 404,
        code: "MailboxNotSupportedForRESTAPI",
        message: "REST API is not yet supported for this mailbox.",
      },
    ],
  ] as const)("may be called %s", async (missingMailboxError, refusal) => {
    simulator.changeSettings({
      serviceAccountMailbox: "missing",
      missingMailboxError,
    });
    expect(await refusalOf(() => client.api("/me/events").get())).toEqual(
      refusal,
    );
  });

  it("is the service account's alone", async () => {
    simulator.changeSettings({ serviceAccountMailbox: "missing" });
    const other = await graphClientFor(simulator, { account: megan });
    await expect(other.api("/me/calendar").get()).resolves.toBeTruthy();
  });
});

describe("a Teams licence", () => {
  const providers = async () => {
    const calendar = (await client.api("/me/calendar").get()) as {
      allowedOnlineMeetingProviders: string[];
    };
    return calendar.allowedOnlineMeetingProviders;
  };

  it("that is given back works at once, for new events", async () => {
    simulator.changeSettings({ serviceAccountTeamsLicense: false });
    const without = await create();
    expect([without.isOnlineMeeting, without.onlineMeeting]).toEqual([
      false,
      null,
    ]);
    expect(await providers()).toEqual([]);
    simulator.changeSettings({ serviceAccountTeamsLicense: true });
    expect(await providers()).toEqual(["teamsForBusiness"]);
    const { onlineMeeting } = await create();
    expect(onlineMeeting?.joinUrl).toContain("/l/meetup-join/");
    const before = (await client
      .api(`/me/events/${without.id}`)
      .get()) as GraphEvent;
    expect(before.isOnlineMeeting).toBe(false);
  });
});

describe("a subscription made by a clock that is far off", () => {
  const invalid = { statusCode: 400, code: "InvalidRequest" };
  const sixDaysAndMore = inHours(6 * 24 + 23);

  it.each([
    ["has ended already, where ours is a week behind", 7 * 24],
    ["lasts too long, where ours is two hours ahead", -2],
  ])("%s", async (_name, aheadHours) => {
    await subscribe(sixDaysAndMore);
    simulator.changeSettings({
      clockSkewSeconds: aheadHours * 3600,
      duplicateSubscription: "created",
    });
    // Tokens of before are not what is looked at here.
    client = await graphClientFor(simulator);
    await expect(subscribe(sixDaysAndMore)).rejects.toMatchObject(invalid);
  });
});
