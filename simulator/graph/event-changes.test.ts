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
const everybody = [megan, adele, lee];

let simulator: Simulator;
let client: Client;

beforeEach(async () => {
  simulator = await startTestSimulator();
  client = await graphClientFor(simulator);
});
afterEach(() => simulator.close());

const create = (body: Record<string, unknown>): Promise<GraphEvent> =>
  client.api("/me/events").header("Prefer", immutableIds).post(body);
const read = (id: string): Promise<GraphEvent> =>
  client.api(`/me/events/${id}`).header("Prefer", immutableIds).get();
const patch = (id: string, body: unknown): Promise<GraphEvent> =>
  client.api(`/me/events/${id}`).header("Prefer", immutableIds).patch(body);

/** How many mails of each kind somebody has. */
function mailsOf(address: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of simulator.mailbox(address).mails) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe("updating an event", () => {
  it("mails only those who come and go when nothing but attendees is named", async () => {
    const { id } = await create(newEvent([megan, adele]));
    await patch(id, {
      attendees: [megan, lee].map((address) => ({ emailAddress: { address } })),
    });
    expect(mailsOf(megan)).toEqual({ invitation: 1 });
    expect(mailsOf(lee)).toEqual({ invitation: 1 });
    expect(mailsOf(adele)).toEqual({ invitation: 1, cancellation: 1 });
    expect(simulator.mailbox(adele).events[0]?.isCancelled).toBe(true);
  });

  it("mails everybody when anything else is named, even if it does not differ", async () => {
    const { id } = await create(newEvent(everybody));
    await patch(id, { subject: "Lunch and learn" });
    for (const address of everybody) {
      expect(mailsOf(address)).toEqual({ invitation: 1, update: 1 });
    }
  });

  it("keeps the Teams meeting while the body keeps the blob, and loses it with it", async () => {
    const event = await create(newEvent(everybody));
    const kept = await patch(event.id, {
      body: {
        contentType: "html",
        content: event.body.content.replace("your lunch", "a friend"),
      },
    });
    expect(kept.onlineMeeting?.joinUrl).toBe(event.onlineMeeting?.joinUrl);
    const lost = await patch(event.id, {
      body: { contentType: "html", content: "<p>No blob.</p>" },
    });
    expect(lost).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it("refuses a stale If-Match, and gives another ETag at each change", async () => {
    const { id, "@odata.etag": etag } = await create(newEvent([]));
    const { "@odata.etag": next } = await patch(id, { subject: "Other" });
    expect(next).not.toBe(etag);
    const stale = client.api(`/me/events/${id}`).header("If-Match", etag);
    await expect(stale.patch({ subject: "Third" })).rejects.toMatchObject({
      statusCode: 412,
      code: "ErrorIrresolvableConflict",
    });
  });

  it("does not let the organizer set anybody's answer", async () => {
    const { id } = await create(newEvent([megan]));
    const attendees = [
      { emailAddress: { address: megan }, status: { response: "accepted" } },
    ];
    const ignored = await patch(id, { attendees });
    expect(ignored.attendees[0]?.status.response).toBe("none");
    simulator.changeSettings({ organizerSetsStatus: "refused" });
    await expect(patch(id, { attendees })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});

describe("answering an invitation", () => {
  it("shows in the organizer's copy, with a mail to the organizer", async () => {
    const { id } = await create(newEvent(everybody));
    simulator.respond({
      person: megan,
      subject: "Lunch and learn",
      response: "accepted",
      comment: "Gladly",
    });
    const [row] = (await read(id)).attendees;
    expect(row?.status.response).toBe("accepted");
    expect(row?.status.time).not.toMatch(/^0001/);
    const [mail] = simulator.mailbox(serviceAccount).mails;
    expect(mail).toMatchObject({
      kind: "response",
      subject: "Accepted: Lunch and learn",
      bodyHtml: "<p>Gladly</p>",
    });
  });

  it("stays with the attendee when no response is sent", async () => {
    const { id } = await create(newEvent([megan]));
    simulator.respond({
      person: megan,
      subject: "Lunch and learn",
      response: "declined",
      sendResponse: false,
    });
    expect((await read(id)).attendees[0]?.status.response).toBe("none");
    expect(simulator.mailbox(megan).events[0]?.myResponse).toBe("declined");
  });

  it("gives a member of an invited list a row", async () => {
    const { id } = await create(newEvent(["marketing@contoso.com"]));
    simulator.respond({
      person: megan,
      subject: "Lunch and learn",
      response: "tentativelyAccepted",
    });
    expect((await read(id)).attendees).toMatchObject([
      { status: { response: "none" } },
      {
        emailAddress: { address: megan },
        status: { response: "tentativelyAccepted" },
      },
    ]);
  });

  it.each([
    [true, "none"],
    [false, "accepted"],
  ])(
    "moving the event: answers reset %s",
    async (moveResetsResponses, response) => {
      simulator.changeSettings({ moveResetsResponses });
      const { id } = await create(newEvent([megan]));
      simulator.respond({
        person: megan,
        subject: "Lunch and learn",
        response: "accepted",
      });
      const moved = await patch(id, {
        end: { dateTime: "2031-12-01T14:00", timeZone: "Europe/London" },
      });
      expect(moved.attendees[0]?.status.response).toBe(response);
    },
  );

  it("shows an attendee only themselves when attendees are hidden", async () => {
    await create(newEvent(everybody, { hideAttendees: true }));
    const [event] = simulator.mailbox(megan).events;
    expect(event?.attendees).toMatchObject([{ address: megan }]);
  });
});

describe("cancelling an event", () => {
  it("mails everybody the message and takes it out of the organizer's calendar", async () => {
    const { id } = await create(newEvent(everybody));
    await client.api(`/me/events/${id}/cancel`).post({ comment: "Sorry" });
    for (const address of everybody) {
      expect(mailsOf(address)).toEqual({ invitation: 1, cancellation: 1 });
    }
    expect(simulator.mailbox(megan).mails[0]?.bodyHtml).toContain("Sorry");
    expect(simulator.mailbox(megan).events[0]?.isCancelled).toBe(true);
    await expect(read(id)).rejects.toMatchObject({
      statusCode: 404,
      code: "ErrorItemNotFound",
    });
  });

  it("leaves it in Deleted Items where the switch says so: off the list, found by its immutable id alone, and cancelled again", async () => {
    simulator.changeSettings({ cancelledEventIsRead: true });
    const { id } = await create(newEvent([megan]));
    const mutable = (await client.api(`/me/events/${id}`).get()) as GraphEvent;
    const cancel = () => client.api(`/me/events/${id}/cancel`);
    await cancel().header("Prefer", immutableIds).post({});
    const list = (await client.api("/me/events").get()) as {
      value: unknown[];
    };
    expect(list.value).toEqual([]);
    await expect(read(id)).resolves.toMatchObject({ isCancelled: false });
    await expect(
      client.api(`/me/events/${mutable.id}`).get(),
    ).rejects.toMatchObject({ statusCode: 404 });
    await cancel().header("Prefer", immutableIds).post({});
    expect(mailsOf(megan)).toEqual({ invitation: 1, cancellation: 2 });
  });

  it("happens by deleting, too", async () => {
    const { id } = await create(newEvent([megan]));
    await client.api(`/me/events/${id}`).delete();
    expect(mailsOf(megan)).toEqual({ invitation: 1, cancellation: 1 });
  });
});

describe("ids", () => {
  it("are others without ImmutableId, and malformed ones are refused", async () => {
    const { id } = await create(newEvent([]));
    const mutable = (await client.api(`/me/events/${id}`).get()) as GraphEvent;
    expect(mutable.id).not.toBe(id);
    await expect(read("nonsense")).rejects.toMatchObject({
      statusCode: 400,
      code: "ErrorInvalidIdMalformed",
    });
  });
});
