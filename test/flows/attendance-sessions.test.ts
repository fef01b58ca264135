import type { Attendance } from "../../bot/contract/attendance.ts";
import type { NewEvent } from "../../bot/contract/event-content.ts";
import type { EventDetail } from "../../bot/contract/events.ts";
import type { HeldMeetingInput } from "../../simulator/control/held-meeting.ts";
import {
  attendanceOf,
  forgetPostponedTries,
  peopleWhoCame,
} from "../harness/attendance.ts";
import { untilIdle } from "../harness/idle.ts";
import { people } from "../harness/people.ts";
import { waitFor } from "../harness/wait-for.ts";
import { openLife, type Life } from "../soak/open-life.ts";

const adele = "AdeleV@contoso.com";
const diego = "DiegoS@contoso.com";
const lidia = "LidiaH@contoso.com";
const pat = "pat@fabrikam.com";
const sam = { name: "Sam Rivera", address: "sam.rivera@fabrikam.com" };
const caller = { number: "+14255550123" };

const dayMs = 86_400_000;
/** Tomorrow, and the day after it. */
const dayAfter = (days: number) =>
  new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

type Joins = NonNullable<HeldMeetingInput["sessions"]>[number]["joins"];

describe("who came to a Teams meeting", () => {
  let life: Life;
  beforeAll(async () => {
    life = await openLife(new Date(`${dayAfter(1)}T06:00:00Z`));
  }, 60_000);
  afterAll(() => life.close());

  const lead = () => life.world.as(people.lead);
  const now = () => life.clock.now().getTime();
  const see = (event: EventDetail) => attendanceOf(lead(), event.id);
  const schedule = async (title: string, more: Partial<NewEvent> = {}) => {
    const event = await life.schedule({ title, ...nextMorning(), ...more });
    // A call under way would meet another time on the way.
    await untilIdle(life.world);
    return event;
  };
  const nextMorning = () => {
    const day = new Date(now() + dayMs).toISOString().slice(0, 10);
    return { start: `${day}T09:00`, end: `${day}T10:00` };
  };
  /** So many minutes after the event's start. */
  const at = (event: EventDetail, minutes: number) =>
    new Date(Date.parse(event.startsAt) + minutes * 60_000).toISOString();
  const span = (event: EventDetail, from: number, to: number) => ({
    joinedAt: at(event, from),
    leftAt: at(event, to),
  });
  /** @param after minutes after the event's end */
  const passUntil = (event: EventDetail, after: number) =>
    life.pass((Date.parse(event.endsAt) + after * 60_000 - now()) / 3_600_000);
  const hold = (
    event: EventDetail,
    from: number,
    to: number,
    joins: Joins,
    more: { viewOnly?: number; reportAfterSeconds?: number } = {},
  ) =>
    life.world.simulator.holdMeeting({
      subject: event.title,
      sessions: [
        {
          startedAt: at(event, from),
          endedAt: at(event, to),
          joins,
          viewOnly: more.viewOnly ?? 0,
        },
      ],
      reportAfterSeconds: more.reportAfterSeconds ?? 0,
    });
  /** Lets time pass until the next try that the event's page tells, at least so many hours each time. */
  const passTries = async (
    event: EventDetail,
    fits: (attendance: Attendance) => boolean,
    atLeast = 0,
  ): Promise<Attendance> => {
    for (let tries = 0; tries < 30; tries += 1) {
      const seen = await see(event);
      if (fits(seen)) return seen;
      if (seen.nextTryAt === null)
        throw new Error(`Nothing is tried any more: ${JSON.stringify(seen)}`);
      await forgetPostponedTries(life.world);
      const untilThen = (Date.parse(seen.nextTryAt) - now()) / 3_600_000;
      await life.pass(Math.max(untilThen + 0.02, atLeast));
    }
    throw new Error(`It stayed at ${JSON.stringify(await see(event))}`);
  };

  describe("with two sessions whose reports are late", () => {
    let event: EventDetail;
    beforeAll(async () => {
      life.world.simulator.changeSettings({ attendanceRecordsPage: 3 });
      event = await schedule("Two sessions", {
        audience: { group: true, addresses: [pat] },
      });
      life.book.answerInOutlook({ event, person: adele, answer: "accepted" });
      life.book.answerInOutlook({ event, person: lidia, answer: "accepted" });
      life.book.answerInOutlook({ event, person: diego, answer: "declined" });
      await life.book.untilTold();
      // Both reports come 25 minutes after the event's end.
      hold(
        event,
        0,
        30,
        [
          {
            person: adele,
            intervals: [span(event, 0, 20), span(event, 10, 30)],
          },
          { person: diego, intervals: [span(event, 5, 25)] },
          { guest: sam },
          { guest: { name: "Pat Doe", address: "Pat@Fabrikam.com" } },
          { phone: caller },
          { anonymous: { name: "Kim" } },
          { person: people.organizer },
        ],
        { reportAfterSeconds: 3_300 },
      );
      hold(
        event,
        35,
        55,
        [
          { person: adele, intervals: [span(event, 35, 45)] },
          // A second device, in a record of its own.
          { person: adele, intervals: [span(event, 40, 55)] },
          // Married since she was invited.
          { person: people.lead, address: "Megan.Smith@contoso.com" },
          { guest: { ...sam, address: "Sam.Rivera@Fabrikam.com" } },
          { phone: caller },
        ],
        { reportAfterSeconds: 1_800, viewOnly: 4 },
      );
    }, 60_000);

    it("is nothing while it is not over", async () => {
      expect(await see(event)).toMatchObject({
        state: "notYet",
        sessions: [],
        counts: null,
      });
    });

    it("is waited for, and the page says until when", async () => {
      await passUntil(event, 10);
      const waiting = await waitFor("the first look", async () => {
        const seen = await see(event);
        return seen.problem !== null && seen;
      });
      expect(waiting).toMatchObject({
        state: "waiting",
        problem: { code: "noReportYet" },
        counts: null,
      });
      expect(Date.parse(waiting.nextTryAt ?? "")).toBeGreaterThan(now());
    });

    it("is known once Teams has told it, both sessions together and everybody once", async () => {
      const read = await passTries(
        event,
        ({ sessions }) => sessions.length === 2,
      );
      // Diego had declined, Megan and Pat not answered, and three nobody had invited.
      expect(read).toMatchObject({
        state: "read",
        problem: null,
        sessions: [
          { startedAt: at(event, 0), endedAt: at(event, 30) },
          { startedAt: at(event, 35), endedAt: at(event, 55) },
        ],
        counts: {
          came: 7,
          breakdown: {
            inMeeting: 7,
            inRoom: 0,
            cameWithoutAnswer: 6,
            didNotCome: 1,
          },
        },
      });
      const came = await peopleWhoCame(lead(), event.id);
      const told = came.map(({ displayName, kind, inMeeting }) => [
        displayName,
        kind,
        inMeeting?.minutes,
      ]);
      expect(told).toHaveLength(7);
      expect(told).toEqual(
        expect.arrayContaining([
          ["Adele Vance", "person", 50],
          ["Diego Siciliani", "person", 20],
          ["Kim", "guest", 30],
          ["Megan Bowen", "person", 20],
          [expect.stringMatching(/pat/i), expect.anything(), 30],
          ["Sam Rivera", "guest", 50],
          [expect.anything(), "phone", 50],
        ]),
      );
      const adeles = came.find(({ displayName }) =>
        displayName.startsWith("A"),
      );
      expect(adeles).toMatchObject({
        answer: "accepted",
        inMeeting: { firstJoinAt: at(event, 0), lastLeaveAt: at(event, 55) },
      });
      expect(await peopleWhoCame(lead(), event.id, "didNotCome")).toMatchObject(
        [{ displayName: "Lidia Holloway", inMeeting: null }],
      );
    });

    it("tells how many were not listed", async () => {
      expect((await see(event)).unlisted).toBe(4);
    });

    it("was read page by page", () => {
      const read = life.world.simulator
        .exchanges()
        .filter(({ url }) => /attendanceRecords\?.*skiptoken/.test(url));
      expect(read.length).toBeGreaterThan(0);
    });

    it("grows when people meet there again on the same evening", async () => {
      hold(event, 300, 310, [{ person: lidia }]);
      const again = await passTries(
        event,
        ({ sessions }) => sessions.length === 3,
      );
      expect(again.counts).toMatchObject({
        came: 8,
        breakdown: { didNotCome: 0 },
      });
    });

    it("is looked for no more in the end, and stays when Teams forgets it", async () => {
      await life.pass(24 * 4);
      life.world.simulator.expireAttendanceReports({ subject: event.title });
      await life.pass(1);
      expect(await see(event)).toMatchObject({
        state: "read",
        nextTryAt: null,
        counts: { came: 8 },
      });
    });
  });

  it.each(["nameOnly", "none"] as const)(
    "counts everybody where Teams names nobody's address, and strangers in the form %s",
    async (form) => {
      life.world.simulator.changeSettings({
        anonymousAttendee: form,
        phoneAttendee: form,
        attendanceAddresses: "missing",
        missingAttendanceAddress: form === "none" ? "null" : "empty",
      });
      const event = await schedule(`Strangers in the form ${form}`);
      hold(event, 0, 30, [
        { person: adele },
        { guest: sam },
        { phone: caller },
        { anonymous: { name: "Kim" } },
      ]);
      await passUntil(event, 10);
      const read = await passTries(event, ({ state }) => state === "read");
      expect(read.counts).toMatchObject({
        came: 4,
        breakdown: { cameWithoutAnswer: 4 },
      });
      const came = await peopleWhoCame(lead(), event.id);
      expect(came).toHaveLength(4);
      expect(came.every(({ displayName }) => displayName !== "")).toBe(true);
      life.world.simulator.changeSettings({
        anonymousAttendee: "typed",
        phoneAttendee: "typed",
        attendanceAddresses: "told",
        missingAttendanceAddress: "empty",
      });
    },
    60_000,
  );

  it("is never known where Teams makes no report, and the page says so in the end", async () => {
    life.world.simulator.changeSettings({ attendanceReports: "off" });
    const event = await schedule("Without a report");
    hold(event, 0, 30, [{ person: adele }]);
    life.world.simulator.changeSettings({ attendanceReports: "on" });
    await passUntil(event, 10);
    const last = await passTries(event, ({ state }) => state === "none", 10);
    expect(last).toMatchObject({
      problem: { code: "noReport" },
      nextTryAt: null,
      counts: null,
    });
    const waited = now() - Date.parse(event.endsAt);
    expect(waited).toBeGreaterThan(2.5 * dayMs);
    expect(waited).toBeLessThan(4 * dayMs);
  }, 120_000);

  it.each(["refused", "wholeChannel"] as const)(
    "takes no other meeting's people where the meeting is of a channel: %s",
    async (channelMeetingReports) => {
      const title = `In a channel, ${channelMeetingReports}`;
      life.world.simulator.changeSettings({
        teamsMeetingPlace: "channel",
        channelMeetingReports,
      });
      const event = await schedule(title);
      life.world.simulator.changeSettings({ teamsMeetingPlace: "own" });
      hold(event, 0, 30, [{ person: adele }]);
      await passUntil(event, 10);
      const seen = await waitFor("what is wrong", async () => {
        const attendance = await see(event);
        return attendance.problem?.code === "channelMeeting" && attendance;
      });
      expect(seen).toMatchObject({ state: "none", counts: null });
    },
    60_000,
  );

  it("lists a thousand people in the order of their names", async () => {
    life.world.simulator.changeSettings({ attendanceRecordsPage: 100 });
    const event = await schedule("A thousand");
    hold(
      event,
      0,
      30,
      Array.from({ length: 1_200 }, (_, n) => ({
        guest: {
          name: `Guest ${String(n).padStart(4, "0")}`,
          address: `guest${n}@fabrikam.com`,
        },
      })),
      { viewOnly: 300 },
    );
    await passUntil(event, 10);
    const read = await passTries(event, ({ state }) => state === "read");
    expect(read).toMatchObject({
      unlisted: 300,
      counts: {
        came: 1_200,
        breakdown: { inMeeting: 1_200, averageMinutes: 30 },
      },
    });
    const names = (await peopleWhoCame(lead(), event.id)).map(
      ({ displayName }) => displayName,
    );
    expect(names).toHaveLength(1_200);
    expect(new Set(names).size).toBe(1_200);
    expect(names).toEqual(names.toSorted());
  }, 60_000);
});
