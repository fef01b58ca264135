import type { EventHistory } from "../../bot/contract/event-history.ts";
import type { EventOfLead } from "../harness/api.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { untilIdle } from "../harness/idle.ts";
import {
  scheduleHandled,
  type HandledEvent,
} from "../harness/outlook-by-hand.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const emily = "EmilyB@contoso.com";
const invited = [adele, diego];

const sameFor = (kinds: string[]) =>
  Object.fromEntries(invited.map((address) => [address, kinds]));

describe("an event changed in Outlook by hand", () => {
  let world: World;
  let channel: TestChannel;
  let titles = 0;
  beforeAll(async () => {
    world = await openWorld({ changesByHand: true });
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterEach(() => {
    world.simulator.clearFaults();
    world.simulator.changeSettings({ moveResetsResponses: true });
  });
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
  const answerInOutlook = (
    event: HandledEvent,
    person: string,
    response: "accepted" | "declined",
  ) =>
    world.simulator.respond({
      person,
      eventId: event.inOutlook()?.id ?? "",
      response,
    });
  const accepted = (event: HandledEvent, count: number) =>
    waitFor(`${count} to accept`, async () => {
      const seen = await event.see();
      return seen.tally.accepted === count && seen;
    });

  it("is moved, kept as Outlook has it without a mail, and changed later with one each", async () => {
    const event = await schedule({ channelIds: [channel.id] });
    const { title, version } = await event.settled();
    answerInOutlook(event, adele, "accepted");
    await accepted(event, 1);

    event.editByHand({ start: "2031-12-03T15:00", end: "2031-12-03T16:30" });
    const noticed = await event.noticed("edited");
    expect(noticed).toMatchObject({
      status: "scheduled",
      start: "2031-12-01T12:00",
      tally: { accepted: 1 },
      outlookChange: {
        kind: "edited",
        title: null,
        location: null,
        time: {
          startsAt: "2031-12-03T15:00:00.000Z",
          endsAt: "2031-12-03T16:30:00.000Z",
        },
      },
    });
    // Who looked before has not seen it, so their change is refused until they have.
    expect(noticed.version).toBeGreaterThan(version);
    // An answer to the time that Outlook shows is none to ours, until a lead keeps that time.
    answerInOutlook(event, diego, "accepted");
    const undecided = await event.settled();
    expect(undecided.tally).toMatchObject({ accepted: 1, none: 1 });
    expect(undecided.version).toBe(noticed.version);

    expect(await event.preview("keep")).toEqual({
      people: 0,
      mails: [],
      changes: ["time"],
      answersReset: true,
    });
    const kept = await event.decide("keep");
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({
      status: "scheduled",
      start: "2031-12-03T15:00",
      end: "2031-12-03T16:30",
      outlookChange: null,
    });
    const after = await accepted(event, 1);
    expect(
      after.attendees?.map(({ address, answer }) => [address, answer]),
    ).toEqual([
      [adele.toLowerCase(), "none"],
      [diego.toLowerCase(), "accepted"],
    ]);
    await channel.shows(title, "2031-12-03T15:00:00Z");
    await event.settled();
    // One invitation from us, one update from the person at Outlook.
    expect(event.mails()).toEqual(sameFor(["update", "invitation"]));

    await event.change({
      audience: { group: false, addresses: [...invited, emily] },
    });
    await event.settled();
    expect(event.mails()).toEqual({
      ...sameFor(["update", "invitation"]),
      [emily]: ["invitation"],
    });
    event.editByHand({ location: "The pub" });
    expect((await event.noticed("edited")).outlookChange).toMatchObject({
      location: "The pub",
      time: null,
    });
    await event.decide("keep");

    await event.change({ location: "Room 9" });
    const changed = await event.settled();
    expect(changed).toMatchObject({ status: "scheduled", outlookChange: null });
    expect(changed.tally).toMatchObject({ accepted: 1 });
    expect(event.inOutlook()).toMatchObject({
      startsAt: "2031-12-03T15:00:00.000Z",
      location: "Room 9",
    });
    expect(event.mails()).toEqual({
      ...sameFor(["update", "update", "update", "invitation"]),
      [emily]: ["update", "update", "invitation"],
    });
  });

  it("is called otherwise at another place, and restored with one mail each", async () => {
    const event = await schedule();
    const before = await event.settled();
    answerInOutlook(event, adele, "accepted");
    await accepted(event, 1);
    event.editByHand({ subject: "Dinner", location: "The pub" });
    expect((await event.noticed("edited")).outlookChange).toMatchObject({
      title: "Dinner",
      location: "The pub",
      time: null,
    });
    expect(await event.preview("restore")).toMatchObject({
      people: 2,
      mails: [{ kind: "update", reason: "restored", people: 2 }],
      changes: ["title", "location"],
      answersReset: false,
    });
    expect((await event.decide("restore")).status).toBe(200);
    const restored = await event.settled();
    expect(restored).toMatchObject({
      status: "scheduled",
      title: before.title,
      outlookChange: null,
      tally: { accepted: 1 },
    });
    expect(event.inOutlook()).toMatchObject({
      subject: before.title,
      location: "Room 4",
      joinUrl: before.meeting.joinUrl,
    });
    expect(event.mails()).toEqual(sameFor(["update", "update", "invitation"]));
  });

  it.each([true, false])(
    "is moved and moved back; answers to our time stay, those to the other do not count (Outlook resets answers: %s)",
    async (moveResetsResponses) => {
      world.simulator.changeSettings({ moveResetsResponses });
      const event = await schedule();
      answerInOutlook(event, adele, "accepted");
      await accepted(event, 1);
      event.editByHand({ start: "2031-12-01T18:00", end: "2031-12-01T19:00" });
      await event.noticed("edited");
      answerInOutlook(event, adele, "declined");
      answerInOutlook(event, diego, "declined");
      await event.settled();
      expect((await event.decide("restore")).status).toBe(200);
      const restored = await event.settled();
      expect(restored).toMatchObject({
        status: "scheduled",
        start: "2031-12-01T12:00",
        outlookChange: null,
        tally: { accepted: 1, declined: 0, none: 1 },
      });
      expect(event.inOutlook()?.startsAt).toBe("2031-12-01T12:00:00.000Z");
      answerInOutlook(event, diego, "declined");
      await waitFor("an answer to the time of ours", async () => {
        return (await event.see()).tally.declined === 1;
      });
    },
  );

  it("is moved from winter to summer and keeps its hour", async () => {
    const event = await schedule();
    event.editByHand({ start: "2031-07-01T12:00", end: "2031-07-01T13:00" });
    await event.noticed("edited");
    expect((await event.decide("keep")).body).toMatchObject({
      start: "2031-07-01T12:00",
      startsAt: "2031-07-01T11:00:00.000Z",
    });
    expect((await event.settled()).outlookChange).toBeNull();
  });

  it("is not taken for changed in the hour that the clocks repeat, of which Outlook shows the one that is meant", async () => {
    const event = await schedule({
      start: "2031-10-26T01:30",
      end: "2031-10-26T03:00",
    });
    answerInOutlook(event, adele, "accepted");
    const seen = await accepted(event, 1);
    expect(seen.startsAt).toBe("2031-10-26T00:30:00.000Z");
    expect(event.inOutlook()?.startsAt).toBe("2031-10-26T00:30:00.000Z");
    expect((await event.settled()).outlookChange).toBeNull();
  });

  it("is put right in Outlook again, so that nothing is left to decide", async () => {
    const event = await schedule();
    const { title } = await event.see();
    event.editByHand({ subject: "Dinner" });
    await event.noticed("edited");
    event.editByHand({ subject: title });
    await event.noticed(null);
    expect((await event.decide("keep")).status).toBe(409);
  });

  it("is restored by an ordinary change of its lead, who is told so", async () => {
    const event = await schedule();
    answerInOutlook(event, adele, "accepted");
    const before = await accepted(event, 1);
    event.editByHand({ start: "2031-12-01T18:00", end: "2031-12-01T19:00" });
    await event.noticed("edited");
    const stale = await world
      .as(people.lead)
      .send(
        "PUT",
        `/api/events/${event.id}`,
        { ...changeOf(before), description: "Bring nothing." },
        { "If-Match": `"${before.version}"` },
      );
    expect(stale.status).toBe(412);
    const preview = await world
      .as(people.lead)
      .send("POST", `/api/events/${event.id}/preview`, changeOf(before));
    expect(preview.body).toMatchObject({
      people: 2,
      changes: ["time"],
      answersReset: false,
    });
    // Even when nothing of it is changed, sending the form is their word.
    expect((await event.change({})).status).toBe(200);
    const changed = await event.settled();
    expect(changed).toMatchObject({
      status: "scheduled",
      outlookChange: null,
      tally: { accepted: 1 },
    });
    expect(event.inOutlook()?.startsAt).toBe("2031-12-01T12:00:00.000Z");
    expect(event.mails()).toEqual(sameFor(["update", "update", "invitation"]));
  });

  it("is noticed although Graph did not report it", async () => {
    const event = await schedule();
    world.simulator.setFault({
      service: "notification",
      times: null,
      effect: { kind: "dropNotification" },
    });
    event.editByHand({ location: "The pub" });
    world.simulator.clearFaults();
    expect((await event.settled()).outlookChange).toBeNull();
    world.simulator.sendLifecycle("missed");
    await event.noticed("edited");
  });

  it("can be kept only where it makes an event", async () => {
    const event = await schedule();
    event.editByHand({ subject: "" });
    await event.noticed("edited");
    const refused = await event.decide("keep");
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "cannotKeep" },
    });
    expect((await event.decide("restore")).status).toBe(200);
    expect((await event.settled()).outlookChange).toBeNull();
  });

  it("is decided by leads, once, about what they saw, in words that exist", async () => {
    const event = await schedule();
    event.editByHand({ location: "The pub" });
    const { version } = await event.noticed("edited");
    const member = await world.as(adele).event(event.id);
    expect(member.outlookChange).toBeNull();
    expect((await event.decide("keep", { person: adele })).status).toBe(403);
    expect((await event.decide("forget")).status).toBe(422);
    expect((await event.decide("sendAgain")).status).toBe(409);
    expect((await event.decide("keep", { version: version - 1 })).status).toBe(
      412,
    );
    const withoutVersion = await world
      .as(people.lead)
      .send("POST", `/api/events/${event.id}/outlook-change`, {
        choice: "keep",
      });
    expect(withoutVersion.status).toBe(428);
    const key = "decided-once";
    const first = await event.decide("restore", { version, key });
    const second = await event.decide("restore", { version, key });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await event.settled()).outlookChange).toBeNull();
    expect(event.mails()).toEqual(sameFor(["update", "update", "invitation"]));
  });

  it("is restored with one mail each although the process is killed", async () => {
    const event = await schedule();
    event.editByHand({ location: "The pub" });
    await event.noticed("edited");
    world.simulator.setFault({
      service: "graph",
      method: "PATCH",
      times: 1,
      effect: { kind: "reset", when: "after" },
    });
    await event.decide("restore");
    await waitFor("the change to reach Outlook", () => {
      return event.inOutlook()?.location === "Room 4";
    });
    await world.product().kill();
    world.simulator.clearFaults();
    await world.restart();
    await waitFor("the work to end", async () => {
      return (await event.see()).status === "scheduled";
    });
    // The queue gives the killed one's jobs back.
    await untilIdle(world, 60_000);
    expect((await event.see()).outlookChange).toBeNull();
    expect(event.mails()).toEqual(sameFor(["update", "update", "invitation"]));
  }, 120_000);

  it("has a history: who changed what, from what to what, and when it went out; for leads alone", async () => {
    const event = await schedule({ channelIds: [channel.id] });
    const title = (await event.see()).title;
    const history = (query = "", person = people.lead) =>
      world
        .as(person)
        .send<EventHistory>("GET", `/api/events/${event.id}/history${query}`);
    await event.change({
      title: `${title}!`,
      start: "2031-12-01T12:30",
      end: "2031-12-01T13:30",
      audience: { group: false, addresses: [adele, emily, people.lead] },
      channelIds: [],
      open: true,
    });
    await event.settled();
    event.editByHand({ location: "Room 9" });
    await event.noticed("edited");
    await event.decide("keep");
    await event.settled();
    await world
      .as(people.lead)
      .send(
        "POST",
        `/api/events/${event.id}/cancel`,
        { message: "" },
        { "If-Match": `"${(await event.see()).version}"` },
      );
    const { body } = await history();
    expect(body.entries.map(({ kind, by }) => [kind, by])).toEqual([
      ["cancelled", "Megan Bowen"],
      ["keptOutlook", "Megan Bowen"],
      ["changedInOutlook", null],
      ["sent", null],
      ["changed", "Megan Bowen"],
      ["sent", null],
      ["scheduled", "Megan Bowen"],
    ]);
    const changesOf = (kind: string) =>
      body.entries.find((entry) => entry.kind === kind)?.changes;
    expect(changesOf("scheduled")).toEqual([
      { field: "people", added: 2, removed: 0 },
    ]);
    const time = { isAllDay: false, timeZone: "Europe/London" };
    expect(changesOf("changed")).toEqual([
      { field: "title", from: title, to: `${title}!` },
      {
        field: "time",
        from: {
          ...time,
          startsAt: "2031-12-01T12:00:00.000Z",
          endsAt: "2031-12-01T13:00:00.000Z",
        },
        to: {
          ...time,
          startsAt: "2031-12-01T12:30:00.000Z",
          endsAt: "2031-12-01T13:30:00.000Z",
        },
      },
      { field: "people", added: 2, removed: 1 },
      { field: "channels", from: ["General"], to: [] },
      { field: "open", to: true },
    ]);
    expect(changesOf("changedInOutlook")).toEqual([
      { field: "location", from: "Room 4", to: "Room 9" },
    ]);
    expect(body.entries.every(({ by, isOwn }) => isOwn === (by !== null))).toBe(
      true,
    );
    const cursor = body.entries[4]?.id;
    const older = await history(`?cursor=${cursor}`);
    expect(older.body.entries).toEqual(body.entries.slice(5));
    expect((await history("?cursor=x")).status).toBe(422);
    for (const person of [adele, people.admin])
      expect((await history("", person)).status).toBe(403);
  });
});

function changeOf(event: EventOfLead) {
  const { title, description, start, end, timeZone, isOnline, location } =
    event;
  return {
    title,
    description,
    start,
    end,
    timeZone,
    isOnline,
    location,
    audience: event.audience,
    open: event.open,
    channelIds: [],
  };
}
