import { periodLabel, timeOf } from "./insight-time.ts";

describe("a time of insights", () => {
  it.each([
    ["lastMonths", "2031-03-15", "2030-04-01", "2031-03-31"],
    ["lastMonths", "2031-12-31", "2031-01-01", "2031-12-31"],
    ["lastQuarter", "2031-01-01", "2030-11-01", "2031-01-31"],
    ["lastQuarter", "2028-02-10", "2027-12-01", "2028-02-29"],
    ["thisYear", "2031-03-15", "2031-01-01", "2031-12-31"],
    ["lastYear", "2031-03-15", "2030-01-01", "2030-12-31"],
  ] as const)(
    "that is %s is, on %s, from %s to %s",
    (choice, today, from, until) => {
      expect(timeOf(choice, today)).toEqual({ from, until });
    },
  );

  it("has its months and quarters by name", () => {
    const en = { locale: "en-US" };
    expect(periodLabel("2031-01-15", { ...en, by: "month" })).toBe(
      "January 2031",
    );
    expect(periodLabel("2031-11-30", { ...en, by: "quarter" })).toMatch(
      /^Nov\s–\sDec 2031$/,
    );
    expect(periodLabel("2031-12-01", { ...en, by: "quarter" })).toBe(
      "Dec 2031",
    );
  });
});
