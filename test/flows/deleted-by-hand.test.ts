import { openChannel, type TestChannel } from "../harness/channel.ts";
import {
  scheduleHandled,
  type HandledEvent,
} from "../harness/outlook-by-hand.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const invited = [adele, diego];

const sameFor = (kinds: string[]) =>
  Object.fromEntries(invited.map((address) => [address, kinds]));

describe.each([
  ["leaves the calendar", false],
  ["stays on the calendar, crossed out", true],
])("an event deleted in Outlook by hand, which %s", (_how, stays) => {
  let world: World;
  let channel: TestChannel;
  let titles = 0;
  beforeAll(async () => {
    world = await openWorld({ changesByHand: true });
    world.simulator.changeSettings({ cancelledEventStays: stays });
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => world.simulator.clearFaults());
  afterAll(() => world.close());

  const schedule = (
    more: Partial<Parameters<typeof scheduleHandled>[1]> = {},
  ): Promise<HandledEvent> => {
    titles += 1;
    return scheduleHandled(world, {
      groupId: channel.groupId,
      title: `Lunch ${titles}`,
      addresses: invited,
      ...more,
    });
  };
  const countCalls = (suffix: string) =>
    world.simulator
      .exchanges()
      .filter(
        ({ method, service, url }) =>
          service === "graph" && method === "POST" && url.endsWith(suffix),
      ).length;

  it("is sent again: new invitations, the answers so far, the same card", async () => {
    const event = await schedule({ channelIds: [channel.id] });
    const first = event.inOutlook();
    world.simulator.respond({
      person: adele,
      eventId: first?.id ?? "",
      response: "accepted",
    });
    await waitFor("the answer", async () => {
      return (await event.see()).tally.accepted === 1;
    });
    const { title, meeting } = await event.settled();
    const card = channel.cardOf(title);
    event.cancelByHand();
    const noticed = await event.noticed("deleted");
    expect(noticed.status).toBe("scheduled");

    // A change alone would reach nobody.
    const change = await event.change({ location: "Room 9" });
    expect(change).toMatchObject({
      status: 409,
      body: { code: "deletedInOutlook" },
    });
    expect(await event.preview("sendAgain")).toMatchObject({
      people: 2,
      mails: [{ kind: "invitation", reason: "sentAgain", people: 2 }],
    });
    expect((await event.decide("keep")).status).toBe(409);
    expect((await event.decide("sendAgain")).status).toBe(200);
    const sent = await event.settled();
    expect(sent).toMatchObject({
      status: "scheduled",
      outlookChange: null,
      tally: { accepted: 1, none: 1 },
      progress: { invited: 2, total: 2 },
      meeting: { state: "ready" },
    });
    expect(sent.meeting.joinUrl).not.toBe(meeting.joinUrl);
    expect(event.inOutlook()?.id).not.toBe(first?.id);
    expect(event.mails()).toEqual(
      sameFor(["invitation", "cancellation", "invitation"]),
    );
    expect(channel.cardOf(title).id).toBe(card.id);
    await channel.shows(title, sent.meeting.joinUrl ?? "no link");

    world.simulator.respond({
      person: diego,
      eventId: event.inOutlook()?.id ?? "",
      response: "declined",
    });
    await waitFor("the answer to the new invitation", async () => {
      return (await event.see()).tally.declined === 1;
    });
    await event.change({ location: "Room 9" });
    expect((await event.settled()).outlookChange).toBeNull();
    expect(event.mails()[adele]?.[0]).toBe("update");
  });

  it("is sent again once, although every answer to the create is lost", async () => {
    const event = await schedule();
    event.cancelByHand();
    await event.noticed("deleted");
    world.simulator.setFault({
      service: "graph",
      method: "POST",
      path: "/me/events$",
      times: 1,
      effect: { kind: "reset", when: "after" },
    });
    await event.decide("sendAgain");
    await waitFor("the invitations", async () => {
      const { status, progress } = await event.see();
      return status === "scheduled" && progress.invited === 2;
    });
    expect((await event.settled()).outlookChange).toBeNull();
    expect(event.mails()).toEqual(
      sameFor(["invitation", "cancellation", "invitation"]),
    );
    // It is the new one that was found again, not the one that still lies there.
    world.simulator.respond({
      person: adele,
      eventId: event.inOutlook()?.id ?? "",
      response: "accepted",
    });
    await waitFor("the answer to the new one", async () => {
      return (await event.see()).tally.accepted === 1;
    });
  }, 60_000);

  it("is cancelled here as well, which mails nobody", async () => {
    const event = await schedule();
    event.cancelByHand();
    await event.noticed("deleted");
    expect(await event.preview("cancel")).toMatchObject({ people: 0 });
    const calls = countCalls("/cancel");
    expect((await event.decide("cancel")).status).toBe(200);
    const cancelled = await event.settled();
    expect(cancelled).toMatchObject({
      status: "cancelled",
      outlookChange: null,
    });
    expect(countCalls("/cancel")).toBe(calls);
    expect(event.mails()).toEqual(sameFor(["cancellation", "invitation"]));
  });

  it("is found out by a change of its lead when Graph reported nothing, and sent again with it", async () => {
    const event = await schedule();
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    event.cancelByHand();
    world.simulator.clearFaults();
    expect((await event.change({ location: "Room 9" })).status).toBe(200);
    const failed = await event.noticed("deleted");
    await event.settled();
    expect(await event.see()).toMatchObject({ status: "failed" });
    expect(failed.location).toBe("Room 9");
    expect((await event.decide("sendAgain")).status).toBe(200);
    expect((await event.settled()).status).toBe("scheduled");
    expect(event.inOutlook()).toMatchObject({ location: "Room 9" });
    expect(event.mails()).toEqual(
      sameFor(["invitation", "cancellation", "invitation"]),
    );
  });

  it("is noticed when Graph reported nothing and everything is read after the gap", async () => {
    const event = await schedule();
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    event.cancelByHand();
    world.simulator.clearFaults();
    world.simulator.sendLifecycle("missed");
    await event.noticed("deleted");
  });

  it("is not taken for deleted because one read did not find it", async () => {
    const event = await schedule();
    world.simulator.setFault({
      service: "graph",
      method: "GET",
      path: "/me/events/",
      times: 1,
      effect: { kind: "status", status: 404, when: "before" },
    });
    const before = world.simulator.exchanges().length;
    world.simulator.respond({
      person: adele,
      eventId: event.inOutlook()?.id ?? "",
      response: "accepted",
    });
    await waitFor("the answer", async () => {
      return (await event.see()).tally.accepted === 1;
    });
    expect(
      world.simulator
        .exchanges()
        .slice(before)
        .filter(({ status }) => status === 404),
    ).not.toEqual([]);
    expect((await event.settled()).outlookChange).toBeNull();
  });

  it("is decided by nobody any more when it is over", async () => {
    const event = await schedule();
    const member = await world.as(adele).event(event.id);
    expect(member.outlookChange).toBeNull();
    event.cancelByHand();
    await event.noticed("deleted");
    expect((await event.decide("cancel", { person: adele })).status).toBe(403);
    expect((await event.decide("cancel")).status).toBe(200);
    expect((await event.decide("cancel")).status).toBe(409);
  });
});
