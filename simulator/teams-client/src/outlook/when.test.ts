import { dayOf, timeRange, whenOf } from "./when.ts";

const berlin = { locale: "en-US", timeZone: "Europe/Berlin" };
const event = {
  startsAt: "2026-12-01T22:30:00Z",
  endsAt: "2026-12-01T23:30:00Z",
};

// Which spaces and dashes stand between the parts differs by the ICU version.
const plain = (text: string) => text.replaceAll(/\s+/gu, " ");

describe("when an event is", () => {
  it("is told in the reader's zone, with the zone's name", () => {
    const told = plain(
      whenOf(
        { startsAt: "2026-12-01T17:00:00Z", endsAt: "2026-12-01T18:00:00Z" },
        berlin,
      ),
    );
    expect(told).toContain("Tuesday, December 1, 2026");
    expect(told).toMatch(/6:00.*7:00 PM GMT\+1/);
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
});
