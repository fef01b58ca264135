import { contentChanges, planMails, readEventTime } from "./scheduled-event.ts";

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
