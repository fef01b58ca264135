import { dayOf, isOnDay, timeRange, whenOf } from "./when.ts";

const berlin = { locale: "en-US", timeZone: "Europe/Berlin" };
const event = {
  startsAt: "2026-12-01T22:30:00Z",
  endsAt: "2026-12-01T23:30:00Z",
  start: { timeZone: "Europe/London" },
};

// Which spaces and dashes stand between the parts differs by the ICU version.
const plain = (text: string) => text.replaceAll(/\s+/gu, " ");

describe("when an event is", () => {
  it("is told in the reader's zone, with the zone's name", () => {
    const told = plain(
      whenOf(
        {
          ...event,
          startsAt: "2026-12-01T17:00:00Z",
          endsAt: "2026-12-01T18:00:00Z",
        },
        berlin,
      ),
    );
    expect(told).toContain("Tuesday, December 1, 2026");
    expect(told).toMatch(/6:00.*7:00 PM GMT\+1/);
  });

  it("is on a day of the reader's, whole days on the event's own", () => {
    expect(isOnDay(event, "2026-12-01", berlin)).toBe(true);
    const late = { ...event, startsAt: "2026-12-01T23:30:00Z" };
    expect(isOnDay(late, "2026-12-01", berlin)).toBe(false);
    expect(isOnDay(late, "2026-12-02", berlin)).toBe(true);
    expect(isOnDay({ ...late, isAllDay: true }, "2026-12-01", berlin)).toBe(
      true,
    );
  });

  it("names both days when it ends on another one for the reader", () => {
    const told = whenOf(event, berlin);
    expect(told).toContain("December 1");
    expect(told).toContain("December 2");
  });

  it("stands in the agenda under the reader's day", () => {
    const auckland = { locale: "en-US", timeZone: "Pacific/Auckland" };
    expect(dayOf(event.startsAt, berlin)).toBe("Tuesday, December 1");
    expect(dayOf(event.startsAt, auckland)).toBe("Wednesday, December 2");
    expect(plain(timeRange(event, auckland))).toMatch(/11:30.*12:30/);
  });

  it("is told as the same days to everybody when it lasts all day", () => {
    const days = {
      startsAt: "2026-11-30T13:00:00Z",
      endsAt: "2026-12-02T13:00:00Z",
      isAllDay: true,
      start: { timeZone: "Australia/Sydney" },
    };
    expect(plain(whenOf(days, berlin))).toMatch(
      /^All day, Tuesday, December 1 – Wednesday, December 2, 2026$/,
    );
    expect(timeRange(days, berlin)).toBe("All day");
  });
});
