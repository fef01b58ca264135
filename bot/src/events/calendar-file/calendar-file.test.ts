import ICAL from "ical.js";
import fc from "fast-check";
import { calendarFile, type CalendarFileEvent } from "./calendar-file.ts";

const event: CalendarFileEvent = {
  id: "9d8c8a2e-1111-4222-8333-444455556666",
  title: "Lunch, learn; and \\more",
  description: "Bring your lunch.\n\nAnd a friend.",
  start: "2031-07-01T12:00",
  end: "2031-07-01T13:00",
  startsAt: new Date("2031-07-01T11:00:00Z"),
  endsAt: new Date("2031-07-01T12:00:00Z"),
  isAllDay: false,
  timeZone: "Europe/London",
  location: "Room 4",
  hosts: "Women at Contoso",
  confidential: false,
  cancelled: false,
  version: 3,
  updatedAt: new Date("2031-06-01T08:30:15.123Z"),
  joinUrl: "https://teams.example/l/meetup-join/19%3ameeting_abc",
  pageUrl: "https://teams.example/l/entity/app/events?context=%7B%7D",
};

/** What a calendar reads in the file of such an event. */
function read(more: Partial<CalendarFileEvent> = {}) {
  const text = calendarFile({ ...event, ...more });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  ICAL.TimezoneService.reset();
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const entry = calendar.getFirstSubcomponent("vevent");
  if (!entry) throw new Error("There is no event in the file.");
  return { text, calendar, entry, zone, seen: new ICAL.Event(entry) };
}
const instant = (time: ICAL.Time) => time.toJSDate().toISOString();

describe("the file of an event", () => {
  it("is what a calendar reads as that event", () => {
    const { seen, entry } = read();
    expect(seen.uid).toBe(event.id);
    expect(seen.summary).toBe(event.title);
    expect(seen.location).toBe("Room 4; Microsoft Teams meeting");
    expect(seen.description).toBe(
      `Bring your lunch.\n\nAnd a friend.\n\nJoin the Teams meeting: ${event.joinUrl}\n\nFrom Women at Contoso.`,
    );
    expect(instant(seen.startDate)).toBe("2031-07-01T11:00:00.000Z");
    expect(instant(seen.endDate)).toBe("2031-07-01T12:00:00.000Z");
    expect(seen.startDate.toString()).toBe("2031-07-01T12:00:00");
    expect(seen.startDate.zone?.tzid).toBe("Europe/London");
    expect(seen.sequence).toBe(3);
    for (const [name, value] of [
      ["dtstamp", "2031-06-01T08:30:15Z"],
      ["status", "CONFIRMED"],
      ["class", "PUBLIC"],
      ["transp", "OPAQUE"],
      ["url", event.pageUrl],
      ["conference", event.joinUrl],
    ] as const)
      expect([name, String(entry.getFirstPropertyValue(name))]).toEqual([
        name,
        value,
      ]);
  });

  it("is nobody's invitation, which calendars would answer", () => {
    expect(read().text).not.toMatch(/ORGANIZER|METHOD|ATTENDEE/);
  });

  it.each([
    ["Europe/London", "2031-01-15T12:00", "2031-01-15T12:00:00Z"],
    ["America/New_York", "2031-11-02T00:30", "2031-11-02T04:30:00Z"],
    ["America/St_Johns", "2031-07-01T12:00", "2031-07-01T14:30:00Z"],
    ["Australia/Lord_Howe", "2031-01-01T12:00", "2031-01-01T01:00:00Z"],
    ["Europe/Dublin", "2031-07-01T12:00", "2031-07-01T11:00:00Z"],
    ["Asia/Tokyo", "2031-07-01T12:00", "2031-07-01T03:00:00Z"],
    ["Asia/Kolkata", "2031-07-01T12:00", "2031-07-01T06:30:00Z"],
    ["Etc/UTC", "2031-07-01T12:00", "2031-07-01T12:00:00Z"],
    ["Etc/GMT+5", "2031-07-01T12:00", "2031-07-01T17:00:00Z"],
  ])("has its time in %s", (timeZone, start, startsAt) => {
    const { seen, zone } = read({
      timeZone,
      start,
      startsAt: new Date(startsAt),
      end: start.replace(/:00$/, ":59").replace(/:30$/, ":45"),
      endsAt: new Date(Date.parse(startsAt) + 60_000),
    });
    expect(Date.parse(instant(seen.startDate))).toBe(Date.parse(startsAt));
    expect(zone === null).toBe(timeZone === "Etc/UTC");
  });

  it("knows of a change of the clock while it lasts", () => {
    const { seen } = read({
      start: "2031-10-26T00:30",
      startsAt: new Date("2031-10-25T23:30:00Z"),
      end: "2031-10-26T03:00",
      endsAt: new Date("2031-10-26T03:00:00Z"),
    });
    expect(instant(seen.startDate)).toBe("2031-10-25T23:30:00.000Z");
    expect(instant(seen.endDate)).toBe("2031-10-26T03:00:00.000Z");
  });

  it("has whole days as days, wherever somebody is", () => {
    const { seen, entry, zone } = read({
      isAllDay: true,
      start: "2031-07-01T00:00",
      end: "2031-07-03T00:00",
    });
    expect(seen.startDate.isDate).toBe(true);
    expect([seen.startDate, seen.endDate].map(String)).toEqual([
      "2031-07-01",
      "2031-07-03",
    ]);
    expect(entry.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(zone).toBeNull();
  });

  it("says that an event is cancelled, and keeps a confidential one to its owner", () => {
    const { entry, seen } = read({
      cancelled: true,
      confidential: true,
      joinUrl: null,
      pageUrl: null,
      location: "",
    });
    expect(entry.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(entry.getFirstPropertyValue("class")).toBe("PRIVATE");
    expect(seen.location).toBeNull();
    for (const name of ["url", "conference"])
      expect(entry.hasProperty(name)).toBe(false);
  });

  it("takes any text, and has no line that is too long", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    const plain = (said: string) =>
      said.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");
    fc.assert(
      fc.property(text, text, (title, description) => {
        const { seen, text: file } = read({ title, description });
        expect(seen.summary).toBe(plain(title));
        expect(seen.description.startsWith(plain(description))).toBe(true);
        for (const line of file.split("\r\n"))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 200 },
    );
  });
});
