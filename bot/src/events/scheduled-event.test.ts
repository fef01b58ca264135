import fc from "fast-check";
import {
  contentChanges,
  isSameZone,
  planMails,
  possibleInstants,
  readEventTime,
  sentTimes,
  wallClockOf,
} from "./scheduled-event.ts";

const now = new Date("2026-03-01T12:00:00Z");
const read = (start: string, end: string, timeZone: string) =>
  readEventTime({ start, end, timeZone, now });

describe("readEventTime", () => {
  it.each([
    ["America/New_York", "2026-03-10T09:00", "2026-03-10T13:00:00.000Z"],
    ["Europe/London", "2026-03-29T09:00", "2026-03-29T08:00:00.000Z"],
    ["Australia/Sydney", "2026-04-04T09:00", "2026-04-03T22:00:00.000Z"],
    ["Asia/Kolkata", "2026-03-10T09:00", "2026-03-10T03:30:00.000Z"],
  ])("reads wall-clock time in %s", (timeZone, start, instant) => {
    const result = read(start, start.replace("09:00", "10:00"), timeZone);
    expect(result).toMatchObject({
      ok: true,
      time: { startsAt: new Date(instant) },
    });
  });

  it("moves a skipped hour forward", () => {
    expect(
      read("2026-03-29T01:30", "2026-03-29T03:00", "Europe/London"),
    ).toMatchObject({
      ok: true,
      time: { startsAt: new Date("2026-03-29T01:30:00Z") },
    });
  });

  it("takes the first of two equal hours", () => {
    expect(
      read("2026-10-25T01:30", "2026-10-25T03:00", "Europe/London"),
    ).toMatchObject({
      ok: true,
      time: { startsAt: new Date("2026-10-25T00:30:00Z") },
    });
  });

  it.each([
    ["2026-03-01T11:59", "2026-03-02T10:00", "UTC", "start", "inPast"],
    ["2026-03-10T10:00", "2026-03-10T10:00", "UTC", "end", "endBeforeStart"],
    ["2026-03-10T10:00", "2026-03-10T09:00", "UTC", "end", "endBeforeStart"],
    ["2026-02-30T10:00", "2026-03-10T09:00", "UTC", "start", "noSuchTime"],
    ["2026-03-10T10:00", "2026-03-10T25:00", "UTC", "end", "noSuchTime"],
    ["2026-03-10T10:00", "2027-03-10T11:00", "UTC", "end", "tooLong"],
    [
      "2026-03-10T10:00",
      "2026-03-10T11:00",
      "Mars/Base",
      "timeZone",
      "unknownTimeZone",
    ],
    [
      "2026-03-10T10:00",
      "2026-03-10T11:00",
      "+02:00",
      "timeZone",
      "unknownTimeZone",
    ],
  ])("refuses %s to %s in %s", (start, end, timeZone, field, reason) => {
    expect(read(start, end, timeZone)).toMatchObject({
      ok: false,
      field,
      reason,
    });
  });
});

describe("an event of whole days", () => {
  const days = (start: string, end: string, timeZone: string) =>
    readEventTime({ start, end, timeZone, isAllDay: true, now });

  it.each([
    ["America/New_York", "2026-03-08", 23],
    ["America/New_York", "2026-11-01", 25],
    ["Europe/London", "2026-03-29", 23],
    ["Europe/London", "2026-10-25", 25],
    ["Australia/Sydney", "2026-10-04", 23],
    ["Australia/Sydney", "2026-04-05", 25],
    ["Asia/Kolkata", "2026-03-29", 24],
    // Midnight itself is skipped there: the day begins at one o'clock.
    ["Africa/Cairo", "2026-04-24", 23],
  ])("in %s on %s has %s hours", (timeZone, day, hours) => {
    const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000);
    const end = next.toISOString().slice(0, 16);
    const result = days(`${day}T00:00`, end, timeZone);
    if (!result.ok) throw new Error(result.message);
    const { startsAt, endsAt } = result.time;
    expect(endsAt.getTime() - startsAt.getTime()).toBe(hours * 3_600_000);
  });

  it("may begin today, and last as many days as any event whatever the clocks do", () => {
    expect(days("2026-03-01T00:00", "2026-03-02T00:00", "UTC").ok).toBe(true);
    const longest = days(
      "2026-10-20T00:00",
      "2026-11-20T00:00",
      "Europe/London",
    );
    expect(longest.ok).toBe(true);
  });

  it.each([
    ["2026-02-28T00:00", "2026-03-03T00:00", "start", "inPast"],
    ["2026-03-10T09:00", "2026-03-11T00:00", "start", "notMidnight"],
    ["2026-03-10T00:00", "2026-03-10T23:59", "end", "notMidnight"],
    ["2026-03-10T00:00", "2026-03-10T00:00", "end", "endBeforeStart"],
    ["2026-03-10T00:00", "2026-04-11T00:00", "end", "tooLong"],
  ])("refuses %s to %s", (start, end, field, reason) => {
    expect(days(start, end, "UTC")).toMatchObject({ ok: false, field, reason });
  });
});

describe("what changes and who is mailed", () => {
  const before = {
    title: "Lunch",
    description: "Bring food",
    start: "2026-03-10T10:00",
    end: "2026-03-10T11:00",
    timeZone: "UTC",
    location: "",
  };
  const people = (...names: string[]) =>
    names.map((name) => ({
      address: `${name}@contoso.com`,
      displayName: name,
    }));

  it("names only what differs", () => {
    expect(contentChanges(before, before)).toEqual([]);
    expect(
      contentChanges(before, {
        ...before,
        timeZone: "Europe/London",
        title: "Dinner",
      }),
    ).toEqual(["title", "time"]);
  });

  it("mails only the added and the removed when only attendees change", () => {
    expect(
      planMails({
        changes: ["attendees"],
        kept: people("adele", "alex"),
        added: people("lee"),
        removed: people("joni"),
      }),
    ).toEqual([
      { kind: "invitation", reason: "added", people: people("lee") },
      { kind: "cancellation", reason: "removed", people: people("joni") },
    ]);
  });

  it("mails everybody when the time changes", () => {
    expect(
      planMails({
        changes: ["time"],
        kept: people("adele", "alex"),
        added: [],
        removed: [],
      }),
    ).toEqual([
      { kind: "update", reason: "changed", people: people("adele", "alex") },
    ]);
  });

  it("mails nobody when nothing changes", () => {
    expect(
      planMails({
        changes: [],
        kept: people("adele"),
        added: [],
        removed: [],
      }),
    ).toEqual([]);
  });
});

describe("two names of a time zone", () => {
  it.each([
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["US/Eastern", "America/New_York"],
    ["Etc/UTC", "UTC"],
  ])("%s and %s are one", (one, other) => {
    expect(isSameZone(one, other)).toBe(true);
    const at = { start: "2026-12-01T12:00", end: "2026-12-01T13:00" };
    const event = { title: "", description: "", location: "", ...at };
    expect(
      contentChanges(
        { ...event, timeZone: one },
        { ...event, timeZone: other },
      ),
    ).toEqual([]);
  });

  it("are two where the clocks only agree by chance", () => {
    expect(isSameZone("Europe/London", "Europe/Lisbon")).toBe(false);
    expect(isSameZone("Mars/Base", "UTC")).toBe(false);
  });
});

describe("wall clock and instant", () => {
  const minutesOf20Years = fc.integer({ min: 0, max: 20 * 366 * 1440 });
  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));

  it("agree in every zone: an instant's wall clock can mean that instant", () => {
    fc.assert(
      fc.property(zones, minutesOf20Years, (timeZone, minutes) => {
        const instant = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000);
        const local = wallClockOf(instant, timeZone);
        expect(possibleInstants(local, timeZone)).toContainEqual(instant);
      }),
    );
  });

  it("are sent so that they mean the same instants whichever of two hours is taken", () => {
    fc.assert(
      fc.property(zones, minutesOf20Years, (timeZone, minutes) => {
        const local = new Date(Date.UTC(2020, 0, 1) + minutes * 60_000);
        const start = local.toISOString().slice(0, 16);
        const end = new Date(local.getTime() + 4 * 3_600_000);
        const result = readEventTime({
          start,
          end: end.toISOString().slice(0, 16),
          timeZone,
          now: new Date(0),
        });
        // A zone may have skipped a whole day.
        if (!result.ok) return;
        const sent = sentTimes(result.time);
        const meant = [result.time.startsAt, result.time.endsAt];
        [sent.start, sent.end].forEach((written, index) => {
          for (const instant of possibleInstants(written, sent.timeZone))
            expect(instant).toEqual(meant[index]);
        });
      }),
    );
  });

  it.each([
    ["America/New_York", "2026-11-01T01:30", "UTC"],
    ["Europe/London", "2026-10-25T01:30", "UTC"],
    ["Australia/Sydney", "2026-04-05T02:30", "UTC"],
    ["Europe/London", "2026-03-29T01:30", "Europe/London"],
    ["Asia/Kolkata", "2026-10-25T01:30", "Asia/Kolkata"],
  ])("in %s at %s are sent in %s", (timeZone, start, zone) => {
    const end = `${start.slice(0, 11)}09:00`;
    const result = readEventTime({ start, end, timeZone, now: new Date(0) });
    if (!result.ok) throw new Error(result.message);
    expect(sentTimes(result.time).timeZone).toBe(zone);
  });
});
