import { openChannel, type TestChannel } from "../harness/channel.ts";
import { scheduleHandled } from "../harness/outlook-by-hand.ts";
import { openWorld, type World } from "../harness/world.ts";

const adele = "AdeleV@contoso.com";
const inSeconds = (instant: string) => instant.replace(".000Z", "Z");

describe("an event at the change of the clocks", () => {
  let world: World;
  let channel: TestChannel;
  beforeAll(async () => {
    world = await openWorld();
    await world.connectAccount();
    channel = await openChannel(world);
  });
  afterAll(() => world.close());

  // The same time of day before and after a change, and back.
  it.each([
    ["America/New_York", "2031-10-30", "13:00Z", "2031-11-04", "14:00Z"],
    ["Europe/London", "2031-03-28", "09:00Z", "2031-04-01", "08:00Z"],
    ["Australia/Sydney", "2031-10-07", "22:00Z", "2031-10-02", "23:00Z"],
    ["Asia/Kolkata", "2031-10-24", "03:30Z", "2031-10-28", "03:30Z"],
  ])(
    "in %s is at nine on its clocks wherever it is moved",
    async (timeZone, day, instant, otherDay, otherInstant) => {
      const title = `Nine o'clock, ${timeZone}`;
      const event = await scheduleHandled(world, {
        groupId: channel.groupId,
        title,
        addresses: [adele],
        channelIds: [channel.id],
        start: `${day}T09:00`,
        end: `${day}T10:00`,
        timeZone,
      });
      const agree = async (local: string, end: string) => {
        const seen = await event.settled();
        expect(seen).toMatchObject({ start: `${local}T09:00`, timeZone });
        expect(seen.startsAt.slice(11)).toBe(end.replace("Z", ":00.000Z"));
        expect(event.inOutlook()).toMatchObject({
          startsAt: seen.startsAt,
          endsAt: seen.endsAt,
        });
        await channel.shows(
          title,
          `{{TIME(${inSeconds(seen.startsAt)})}} – {{TIME(${inSeconds(seen.endsAt)})}}`,
        );
      };
      await agree(day, instant);
      const moved = await event.change({
        start: `${otherDay}T09:00`,
        end: `${otherDay}T10:00`,
      });
      expect(moved.status).toBe(200);
      await agree(otherDay, otherInstant);
    },
  );

  it.each([
    ["America/New_York", "2031-11-02T01:30", "2031-11-02T05:30:00.000Z"],
    ["Europe/London", "2031-10-26T01:30", "2031-10-26T00:30:00.000Z"],
    ["Europe/London", "2031-03-30T01:30", "2031-03-30T01:30:00.000Z"],
  ])(
    "in %s at %s is at the same instant here and in Outlook",
    async (timeZone, start, startsAt) => {
      const event = await scheduleHandled(world, {
        groupId: channel.groupId,
        title: `Night watch ${start} ${timeZone}`,
        addresses: [adele],
        start,
        end: `${start.slice(0, 11)}06:00`,
        timeZone,
      });
      expect(await event.settled()).toMatchObject({
        startsAt,
        timeZone,
        outlookChange: null,
      });
      expect(event.inOutlook()).toMatchObject({ startsAt });
    },
  );

  it("that was moved says so, and what became of an answer, until it is given again", async () => {
    const title = "Moved talk";
    const event = await scheduleHandled(world, {
      groupId: channel.groupId,
      title,
      addresses: [adele],
      channelIds: [channel.id],
    });
    await event.settled();
    const answer = (value: string) =>
      world
        .as(adele)
        .send("PUT", `/api/events/${event.id}/response`, { answer: value });
    await answer("accepted");
    await event.change({ start: "2031-12-03T12:00", end: "2031-12-03T13:00" });
    await event.settled();
    expect((await world.as(adele).event(event.id)).move).toEqual({
      at: expect.any(String) as string,
      myEarlierAnswer: "accepted",
    });
    await channel.shows(title, "The time has changed on {{DATE(");
    await answer("declined");
    expect((await world.as(adele).event(event.id)).move).toBeNull();
  });
});
