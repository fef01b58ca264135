import {
  addMinutes,
  isWallClock,
  minutesBetween,
  nextFullHour,
  wallClock,
} from "./wall-clock.ts";

describe("wall-clock times", () => {
  it("are what a clock in the zone shows", () => {
    const instant = new Date("2026-12-01T23:30:00Z");
    expect(wallClock(instant, "Europe/London")).toBe("2026-12-01T23:30");
    expect(wallClock(instant, "Asia/Kolkata")).toBe("2026-12-02T05:00");
    expect(wallClock(new Date("2026-12-01T00:00:00Z"), "UTC")).toBe(
      "2026-12-01T00:00",
    );
  });

  it("move over midnight and the end of the year", () => {
    expect(addMinutes("2026-12-31T23:30", 60)).toBe("2027-01-01T00:30");
    expect(minutesBetween("2026-12-31T23:30", "2027-01-01T00:30")).toBe(60);
  });

  it("round up to the next full hour", () => {
    expect(nextFullHour("2026-12-01T16:59")).toBe("2026-12-01T17:00");
    expect(nextFullHour("2026-12-01T17:00")).toBe("2026-12-01T18:00");
    expect(nextFullHour("2026-12-01T23:10")).toBe("2026-12-02T00:00");
  });

  it("are refused when the calendar does not have them", () => {
    expect(isWallClock("2026-02-28T10:00")).toBe(true);
    expect(isWallClock("2026-02-30T10:00")).toBe(false);
    expect(isWallClock("T")).toBe(false);
    expect(isWallClock("2026-12-01T")).toBe(false);
  });
});
