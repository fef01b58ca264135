import { whenText } from "./when-text.ts";

const on = (
  startsAt: string,
  endsAt: string,
  more: { isAllDay?: boolean; timeZone?: string } = {},
) =>
  whenText({
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    isAllDay: false,
    timeZone: "Europe/London",
    ...more,
  });

describe("a card's time", () => {
  it.each([
    [
      "an hour",
      "2026-12-01T12:00:00.000Z",
      "2026-12-01T13:00:00.000Z",
      "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{TIME(2026-12-01T13:00:00Z)}}",
    ],
    [
      "a night",
      "2026-12-01T22:00:00.000Z",
      "2026-12-02T02:00:00.000Z",
      "{{DATE(2026-12-01T22:00:00Z, LONG)}}, {{TIME(2026-12-01T22:00:00Z)}} – {{DATE(2026-12-02T02:00:00Z, SHORT)}}, {{TIME(2026-12-02T02:00:00Z)}}",
    ],
    [
      "a day",
      "2026-12-01T12:00:00.000Z",
      "2026-12-02T12:00:00.000Z",
      "{{DATE(2026-12-01T12:00:00Z, LONG)}}, {{TIME(2026-12-01T12:00:00Z)}} – {{DATE(2026-12-02T12:00:00Z, SHORT)}}, {{TIME(2026-12-02T12:00:00Z)}}",
    ],
    [
      "three days",
      "2026-12-01T08:00:00.000Z",
      "2026-12-03T17:30:00.000Z",
      "{{DATE(2026-12-01T08:00:00Z, LONG)}}, {{TIME(2026-12-01T08:00:00Z)}} – {{DATE(2026-12-03T17:30:00Z, SHORT)}}, {{TIME(2026-12-03T17:30:00Z)}}",
    ],
  ])("of %s is told in the reader's zone", (_length, start, end, text) => {
    expect(on(start, end)).toBe(text);
  });

  it("of whole days is told as the days that they are in the event's zone", () => {
    const kolkata = { isAllDay: true, timeZone: "Asia/Kolkata" };
    expect(on("2026-11-30T18:30:00Z", "2026-12-01T18:30:00Z", kolkata)).toBe(
      "All day, Tuesday, 1 December 2026",
    );
    expect(on("2026-11-30T18:30:00Z", "2026-12-03T18:30:00Z", kolkata)).toMatch(
      /^All day, 1\s?–\s?3 December 2026$/u,
    );
  });

  it("of a whole day is one day when the clocks change on it", () => {
    const newYork = { isAllDay: true, timeZone: "America/New_York" };
    expect(on("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", newYork)).toBe(
      "All day, Sunday, 1 November 2026",
    );
    expect(on("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", newYork)).toBe(
      "All day, Sunday, 8 March 2026",
    );
  });
});
