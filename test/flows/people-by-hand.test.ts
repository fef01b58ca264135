import type { EventOfLead } from "../harness/api.ts";
import type { SimulatorOptions } from "../../simulator/start-simulator.ts";
import {
  scheduleHandled,
  type HandledEvent,
} from "../harness/outlook-by-hand.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";

describe("people added or taken off in Outlook by hand", () => {
  let world: World;
  let groupId: string;
  let titles = 0;
  /** Holds the answer to a request back. */
  let held: NonNullable<SimulatorOptions["intercept"]> | null = null;
  beforeAll(async () => {
    world = await openWorld({
      changesByHand: true,
      simulator: { intercept: (moment) => held?.(moment) },
    });
    await world.connectAccount();
    groupId = await world.groupId("Women at Contoso", people.lead);
  });
  afterAll(() => world.close());

  const schedule = (
    more: Partial<Parameters<typeof scheduleHandled>[1]> = {},
  ): Promise<HandledEvent> => {
    titles += 1;
    return scheduleHandled(world, {
      groupId,
      title: `Lunch ${titles}`,
      addresses: [adele, diego],
      ...more,
    });
  };
  const rows = (event: EventOfLead) =>
    Object.fromEntries(
      (event.attendees ?? []).map(({ address, outlook }) => [address, outlook]),
    );
  const row = (event: EventOfLead, person: string) =>
    rows(event)[person.toLowerCase()];
  const untilRow = (event: HandledEvent, person: string, is: unknown) =>
    waitFor(`${person} to be ${String(is)}`, async () => {
      const seen = await event.see();
      return row(seen, person) === is && seen;
    });
  const decide = async (
    event: HandledEvent,
    address: string,
    choice: string,
    person = people.lead,
  ) => {
    const { version } = await event.see();
    return world
      .as(person)
      .send<EventOfLead>(
        "POST",
        `/api/events/${event.id}/removed-attendee`,
        { address, choice },
        { "If-Match": `"${version}"` },
      );
  };

  it("are shown as added, and kept by later changes", async () => {
    const event = await schedule();
    event.editByHand({ addAttendees: [emily] });
    await untilRow(event, emily, "added");
    expect(event.mails()[emily]).toEqual(["invitation"]);
    await event.change({
      audience: { group: false, addresses: [adele, diego, people.lead] },
    });
    const after = await event.settled();
    expect(row(after, emily)).toBe("added");
    expect(row(after, adele)).toBeNull();
    expect(after.outlookChange).toBeNull();
    expect(event.mails()).toEqual({
      [adele]: ["invitation"],
      [diego]: ["invitation"],
      [emily]: ["invitation"],
      [people.lead]: ["invitation"],
    });
  });

  it("stay away when others are added, and get no mail of a change", async () => {
    const event = await schedule();
    await event.settled();
    event.editByHand({ removeAttendees: [diego] });
    await untilRow(event, diego, "removed");
    await event.change({
      audience: { group: false, addresses: [adele, diego, emily] },
    });
    await event.settled();
    expect(event.mails()).toEqual({
      [adele]: ["invitation"],
      [diego]: ["cancellation", "invitation"],
      [emily]: ["invitation"],
    });
    const preview = await world
      .as(people.lead)
      .send("POST", `/api/events/${event.id}/cancel/preview`, {
        message: "",
      });
    expect(preview.body).toMatchObject({ people: 2 });
    await event.change({ location: "Room 9" });
    expect(row(await event.settled(), diego)).toBe("removed");
    expect(event.mails()).toEqual({
      [adele]: ["update", "invitation"],
      [diego]: ["cancellation", "invitation"],
      [emily]: ["update", "invitation"],
    });
  });

  it("are not invited again by a change that overtakes the notice", async () => {
    const event = await schedule();
    await event.settled();
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    event.editByHand({ removeAttendees: [diego] });
    world.simulator.clearFaults();
    await event.change({
      audience: { group: false, addresses: [adele, diego, emily] },
    });
    await untilRow(event, diego, "removed");
    await event.settled();
    expect(event.mails()[diego]).toEqual(["cancellation", "invitation"]);
    expect(event.mails()[emily]).toEqual(["invitation"]);
  });

  it("are not taken for removed by a read that began before they were invited", async () => {
    const event = await schedule();
    const before = await event.settled();
    const { promise, resolve } = Promise.withResolvers<void>();
    let isHeld = false;
    held = ({ service, method, path, point }) => {
      if (isHeld || service !== "graph" || point !== "effectDone") return;
      if (method !== "GET" || !path.includes("/me/events/")) return;
      isHeld = true;
      return promise;
    };
    world.simulator.respond({
      person: adele,
      eventId: event.inOutlook()?.id ?? "",
      response: "accepted",
    });
    await waitFor("a read of the old list", () => isHeld);
    // Nothing else is to tell of the change.
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    await event.change({
      audience: { group: false, addresses: [adele, diego, emily] },
    });
    await waitFor("the invitation", async () => {
      return (await event.see()).status === "scheduled";
    });
    world.simulator.clearFaults();
    resolve();
    await waitFor("the answer of the old list", async () => {
      return (await event.see()).tally.accepted === 1;
    });
    held = null;
    const after = await event.settled();
    expect(row(after, emily)).toBeNull();
    expect(after.version).toBe(before.version + 1);
  });

  it("are left out for good, without a mail, until somebody names them", async () => {
    const event = await schedule({
      audience: { group: true, addresses: [] },
      addresses: [],
    });
    await event.settled();
    const all = Object.keys(event.mails()).length;
    event.editByHand({ removeAttendees: [diego] });
    await untilRow(event, diego, "removed");
    expect((await decide(event, diego, "leaveOut", adele)).status).toBe(403);
    expect((await decide(event, diego, "forget")).status).toBe(422);
    expect((await decide(event, emily, "leaveOut")).status).toBe(409);
    const left = await decide(event, diego, "leaveOut");
    expect(left).toMatchObject({ status: 200, body: { status: "scheduled" } });
    expect(row(left.body, diego)).toBeUndefined();
    expect(left.body.tally.total).toBe(all - 1);
    // The whole group is still the audience.
    await event.change({ title: "Lunch for the others" });
    await event.settled();
    expect(event.mails()[diego]).toEqual(["cancellation", "invitation"]);
    expect(event.mails()[adele]).toEqual(["update", "invitation"]);

    await event.change({ audience: { group: true, addresses: [diego] } });
    expect(row(await event.settled(), diego)).toBeNull();
    expect(event.mails()[diego]).toEqual([
      "invitation",
      "cancellation",
      "invitation",
    ]);
    expect(event.mails()[adele]).toEqual(["update", "invitation"]);
  });

  it("are invited again at a lead's word, alone", async () => {
    const event = await schedule();
    await event.settled();
    event.editByHand({ removeAttendees: [diego] });
    await untilRow(event, diego, "removed");
    const again = await decide(event, diego, "inviteAgain");
    expect(again.status).toBe(200);
    const after = await event.settled();
    expect(after).toMatchObject({ status: "scheduled", outlookChange: null });
    expect(row(after, diego)).toBeNull();
    expect(event.mails()).toEqual({
      [adele]: ["invitation"],
      [diego]: ["invitation", "cancellation", "invitation"],
    });
    expect((await decide(event, diego, "inviteAgain")).status).toBe(409);
  });

  it("come back by hand, whether they were undecided or left out", async () => {
    const event = await schedule();
    await event.settled();
    event.editByHand({ removeAttendees: [diego, adele] });
    await untilRow(event, diego, "removed");
    await decide(event, diego, "leaveOut");
    event.editByHand({ addAttendees: [diego, adele] });
    await untilRow(event, diego, "added");
    await untilRow(event, adele, null);
    await event.change({
      audience: { group: false, addresses: [adele, emily] },
    });
    const after = await event.settled();
    expect(Object.keys(rows(after))).toHaveLength(3);
    expect(event.mails()[diego]).toEqual([
      "invitation",
      "cancellation",
      "invitation",
    ]);
  });

  it("whom Outlook had added leave as they came", async () => {
    const event = await schedule();
    event.editByHand({ addAttendees: [emily] });
    await untilRow(event, emily, "added");
    event.editByHand({ removeAttendees: [emily] });
    const gone = await untilRow(event, emily, undefined);
    expect(gone.tally.total).toBe(2);
  });

  it("who were taken off are not invited when the event is sent again", async () => {
    const event = await schedule();
    await event.settled();
    event.editByHand({ removeAttendees: [diego] });
    await untilRow(event, diego, "removed");
    event.cancelByHand();
    await event.noticed("deleted");
    expect(await event.preview("sendAgain")).toMatchObject({ people: 1 });
    await event.decide("sendAgain");
    expect(row(await event.settled(), diego)).toBe("removed");
    expect(event.mails()).toEqual({
      [adele]: ["invitation", "cancellation", "invitation"],
      [diego]: ["cancellation", "invitation"],
    });
  });
});
