import type { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import {
  graphClientFor,
  immutableIds,
  newEvent,
  serviceAccount,
  type GraphEvent,
} from "../testing/graph-client.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const megan = "MeganB@contoso.com";
const adele = "AdeleV@contoso.com";
const lee = "LeeG@contoso.com";
const property = "String {6f1c1e9b-2b57-4a5b-9d0a-3c4f7f0f6a21} Name Mine";

let simulator: Simulator;
let client: Client;
let event: GraphEvent;

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = await graphClientFor(simulator);
  event = (await client
    .api("/me/events")
    .header("Prefer", immutableIds)
    .post({
      ...newEvent([megan, adele]),
      singleValueExtendedProperties: [{ id: property, value: "7" }],
    })) as GraphEvent;
});
afterEach(() => simulator.close());

const organized = () => simulator.mailbox(serviceAccount).events[0];
const kinds = (address: string) =>
  simulator.mailbox(address).mails.map(({ kind }) => kind);
const call = (method: string, path: string, body: unknown) =>
  fetch(
    `${simulator.pagesUrl}/sim/api/mailboxes/${serviceAccount}/events/${organized()?.id}${path}`,
    { method, body: JSON.stringify(body) },
  );

describe("an organizer's own Outlook", () => {
  it("changes title, time in the event's zone and place, which mails everybody and keeps what programs put there", async () => {
    const reply = await call("PATCH", "", {
      subject: "Dinner",
      start: "2031-07-01T18:00",
      end: "2031-07-01T19:00",
      location: "The pub",
    });
    expect(reply.status).toBe(204);
    const after = (await client
      .api(`/me/events/${event.id}`)
      .header("Prefer", immutableIds)
      .expand(`singleValueExtendedProperties($filter=id eq '${property}')`)
      .get()) as Record<string, unknown>;
    expect(after).toMatchObject({
      subject: "Dinner",
      location: { displayName: "The pub" },
      onlineMeeting: event.onlineMeeting,
      singleValueExtendedProperties: [{ id: property, value: "7" }],
    });
    expect(organized()?.start.dateTime).toBe("2031-07-01T18:00:00.0000000");
    expect([kinds(megan), kinds(adele)]).toEqual([
      ["update", "invitation"],
      ["update", "invitation"],
    ]);
  });

  it("adds and removes people, which mails them alone", async () => {
    await call("PATCH", "", { addAttendees: [lee], removeAttendees: [megan] });
    expect(kinds(lee)).toEqual(["invitation"]);
    expect(kinds(megan)).toEqual(["cancellation", "invitation"]);
    expect(kinds(adele)).toEqual(["invitation"]);
  });

  it.each([
    [false, []],
    [true, [{ isCancelled: true }]],
  ])(
    "cancels with a word to everybody; the event stays on the calendar: %s",
    async (cancelledEventStays, left) => {
      simulator.changeSettings({ cancelledEventStays });
      const reply = await call("POST", "/cancel", { comment: "Sorry" });
      expect(reply.status).toBe(204);
      expect(simulator.mailbox(serviceAccount).events).toMatchObject(left);
      const [mail] = simulator.mailbox(adele).mails;
      expect(mail).toMatchObject({ kind: "cancellation" });
      expect(mail?.bodyHtml).toContain("Sorry");
    },
  );

  it("refuses an end before the start, and events of others", async () => {
    const backwards = await call("PATCH", "", { end: "2020-01-01T10:00" });
    expect(backwards.status).toBe(400);
    expect(kinds(adele)).toEqual(["invitation"]);
    expect(() =>
      simulator.editByHand(
        { organizer: adele, subject: "Lunch and learn" },
        {},
      ),
    ).toThrow("organizes no event");
  });
});
