import { randomUUID } from "node:crypto";
import type { EventDetail } from "../../bot/contract/events.ts";
import { openChannel, type TestChannel } from "../harness/channel.ts";
import { scheduleHandled } from "../harness/outlook-by-hand.ts";
import { lunch, openWorld, people, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const sydneyDays = {
  start: "2031-12-01T00:00",
  end: "2031-12-04T00:00",
  isAllDay: true,
  timeZone: "Australia/Sydney",
};

describe.each(["midnightUtc", "instants"] as const)(
  "an all-day event, where Graph tells its days as %s",
  (allDayTimes) => {
    let world: World;
    let channel: TestChannel;
    beforeAll(async () => {
      world = await openWorld({ changesByHand: true });
      world.simulator.changeSettings({ allDayTimes });
      await world.connectAccount();
      channel = await openChannel(world);
    });
    afterAll(() => world.close());

    it("stands on its days everywhere, and nobody is said to have changed it", async () => {
      const event = await scheduleHandled(world, {
        groupId: channel.groupId,
        title: "Heritage days",
        addresses: [adele],
        channelIds: [channel.id],
        ...sydneyDays,
      });
      expect(await event.settled()).toMatchObject({
        isAllDay: true,
        startsAt: "2031-11-30T13:00:00.000Z",
        endsAt: "2031-12-03T13:00:00.000Z",
        outlookChange: null,
      });
      expect(event.inOutlook()).toMatchObject({
        isAllDay: true,
        startsAt: "2031-11-30T13:00:00.000Z",
        endsAt: "2031-12-03T13:00:00.000Z",
      });
      await channel.shows("Heritage days", "December 2031");
      const card = JSON.stringify(channel.cardOf("Heritage days").cards);
      expect(card).toMatch(/All day, 1\s?–\s?3 December 2031/u);
      expect(card).not.toContain("{{DATE(");
      const list = await world
        .as(people.lead)
        .send<{ events: EventDetail[] }>("GET", "/api/events?when=upcoming");
      expect(list.body.events).toContainEqual(
        expect.objectContaining({ id: event.id, isAllDay: true }),
      );

      // The answer is read, and the copy compared, without a false alarm.
      world.simulator.respond({
        person: adele,
        eventId: event.inOutlook()?.id ?? "",
        response: "accepted",
      });
      expect(await event.settled()).toMatchObject({ outlookChange: null });
    });

    it("is moved and made one of hours by hand, which leads can keep", async () => {
      const event = await scheduleHandled(world, {
        groupId: channel.groupId,
        title: "Open days",
        addresses: [adele],
        ...sydneyDays,
      });
      await event.settled();
      event.editByHand({ start: "2031-12-08T00:00", end: "2031-12-10T00:00" });
      expect(await event.noticed("edited")).toMatchObject({
        outlookChange: {
          time: {
            startsAt: "2031-12-07T13:00:00.000Z",
            endsAt: "2031-12-09T13:00:00.000Z",
            isAllDay: true,
          },
        },
      });
      expect((await event.decide("keep")).body).toMatchObject({
        start: "2031-12-08T00:00",
        end: "2031-12-10T00:00",
        isAllDay: true,
      });
      await event.settled();

      event.editByHand({
        isAllDay: false,
        start: "2031-12-08T09:00",
        end: "2031-12-08T17:00",
      });
      await event.noticed("edited");
      expect((await event.decide("keep")).body).toMatchObject({
        start: "2031-12-08T09:00",
        end: "2031-12-08T17:00",
        isAllDay: false,
        outlookChange: null,
      });
    });

    it("becomes one of hours and back by the lead's change", async () => {
      const event = await scheduleHandled(world, {
        groupId: channel.groupId,
        title: "Volunteering",
        addresses: [adele],
      });
      await event.settled();
      const made = await event.change({ ...sydneyDays });
      expect(made.status).toBe(200);
      expect(await event.settled()).toMatchObject({
        isAllDay: true,
        outlookChange: null,
      });
      expect(event.inOutlook()).toMatchObject({ isAllDay: true });
      await event.change({
        start: "2031-12-02T09:00",
        end: "2031-12-02T10:00",
        isAllDay: false,
      });
      expect(await event.settled()).toMatchObject({
        isAllDay: false,
        startsAt: "2031-12-01T22:00:00.000Z",
        outlookChange: null,
      });
      expect(event.inOutlook()).toMatchObject({ isAllDay: false });
    });

    it("is refused unless it starts and ends at midnight", async () => {
      const answer = await world
        .as(people.lead)
        .send<{ field: string; detail: string }>(
          "POST",
          "/api/events",
          lunch(channel.groupId, { isAllDay: true }),
          { "Idempotency-Key": randomUUID() },
        );
      expect(answer.status).toBe(422);
      expect(answer.body.field).toBe("start");
    });
  },
);
