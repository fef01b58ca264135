import { periodsOf } from "./periods-of.ts";

const datesOf = (periods: ReturnType<typeof periodsOf>) =>
  periods.starts.map(({ date }) => date);

describe("a time in parts", () => {
  it("is cut at months, and begins and ends where it does", () => {
    const periods = periodsOf({
      from: "2026-01-15",
      until: "2026-03-02",
      by: "month",
      timeZone: "Europe/London",
    });
    expect(datesOf(periods)).toEqual([
      "2026-01-15",
      "2026-02-01",
      "2026-03-01",
    ]);
    expect(periods.end).toEqual(new Date("2026-03-03T00:00:00Z"));
  });

  it("is cut at quarters of the year, over its end", () => {
    const periods = periodsOf({
      from: "2025-11-30",
      until: "2026-04-01",
      by: "quarter",
      timeZone: "UTC",
    });
    expect(datesOf(periods)).toEqual([
      "2025-11-30",
      "2026-01-01",
      "2026-04-01",
    ]);
  });

  it("has the days of its zone, also where clocks change at midnight", () => {
    const { starts } = periodsOf({
      from: "2026-03-01",
      until: "2026-04-30",
      by: "month",
      timeZone: "America/New_York",
    });
    expect(starts.map(({ at }) => at.toISOString())).toEqual([
      "2026-03-01T05:00:00.000Z",
      "2026-04-01T04:00:00.000Z",
    ]);
  });
});
