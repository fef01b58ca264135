import fc from "fast-check";
import {
  addDays,
  byDay,
  dayLabel,
  dayOf,
  daysOf,
  firstWeekday,
  headingOf,
  isDay,
  momentsOf,
  step,
  weeksOf,
} from "./calendar-days.ts";

const london = { timeZone: "Europe/London" };
const monday = 1;
const sunday = 7;

describe("a month's page", () => {
  it("has the whole weeks in which the month lies", () => {
    const weeks = weeksOf("month", { day: "2031-12-15", firstDay: monday });
    expect(weeks.map(([first]) => first)).toEqual([
      "2031-12-01",
      "2031-12-08",
      "2031-12-15",
      "2031-12-22",
      "2031-12-29",
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe("2032-01-04");
    expect(
      weeksOf("month", { day: "2031-12-15", firstDay: sunday })[0]?.[0],
    ).toBe("2031-11-30");
  });

  it("has each of its days once, in order, whatever the month and the week's first day", () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date("2000-01-01"),
          max: new Date("2099-12-31"),
          noInvalidDate: true,
        }),
        fc.integer({ min: 1, max: 7 }),
        (date, firstDay) => {
          const day = date.toISOString().slice(0, 10);
          const weeks = weeksOf("month", { day, firstDay });
          const days = weeks.flat();
          expect(days).toContain(day);
          expect(
            days.every(
              (one, n) => n === 0 || one === addDays(days[n - 1] ?? "", 1),
            ),
          ).toBe(true);
          expect(new Date(`${days[0]}T00:00Z`).getUTCDay()).toBe(firstDay % 7);
          expect(weeks.length).toBeLessThanOrEqual(6);
          const { from, until } = momentsOf(weeks);
          const asked = (Date.parse(until) - Date.parse(from)) / 86_400_000;
          // What the backend answers at once.
          expect(asked).toBeLessThanOrEqual(45);
        },
      ),
    );
  });

  it("is turned to the months around it, also from a day that they do not have", () => {
    expect(step("month", "2031-12-31", 1)).toBe("2032-01-01");
    expect(step("month", "2032-03-31", -1)).toBe("2032-02-01");
    expect(step("week", "2031-12-29", 1)).toBe("2032-01-05");
  });

  it("is headed as the reader writes it", () => {
    const day = "2031-12-03";
    const weeks = weeksOf("week", { day, firstDay: monday });
    const of = (view: "week" | "month", locale: string) =>
      headingOf(view, { day, weeks, locale }).replaceAll(/\s/g, " ");
    expect(of("month", "en-GB")).toBe("December 2031");
    expect(of("month", "de")).toBe("Dezember 2031");
    expect(of("week", "en-GB")).toMatch(/^1\s?–\s?7 December 2031$/);
    expect(dayLabel(day, { locale: "en-GB", as: "full" })).toMatch(
      /^Wednesday,? 3 December$/,
    );
    expect(dayLabel(day, { locale: "en-GB", as: "weekday" })).toBe("Wed");
  });
});

describe("days", () => {
  it("are told from other texts", () => {
    expect(isDay("2031-02-28")).toBe(true);
    for (const text of [null, "", "2031-02-30", "2031-2-3", "today"])
      expect(isDay(text)).toBe(false);
  });

  it("are those of the reader's clock", () => {
    const instant = new Date("2031-12-01T23:30:00Z");
    expect(dayOf(instant, "Europe/London")).toBe("2031-12-01");
    expect(dayOf(instant, "Asia/Kolkata")).toBe("2031-12-02");
    expect(dayOf(instant, "America/New_York")).toBe("2031-12-01");
  });

  it("begin a week where the language begins it", () => {
    expect(firstWeekday("en-GB")).toBe(1);
    expect(firstWeekday("en-US")).toBe(7);
  });
});

describe("an event", () => {
  const span = (startsAt: string, endsAt: string, more = {}) => ({
    startsAt,
    endsAt,
    isAllDay: false,
    timeZone: "Europe/London",
    ...more,
  });

  it("is on every day on which it takes place, and on no day that it only touches", () => {
    const over = span("2031-12-01T22:00:00.000Z", "2031-12-03T00:00:00.000Z");
    expect(daysOf(over, london)).toEqual(["2031-12-01", "2031-12-02"]);
    const days = ["2031-11-30", "2031-12-01", "2031-12-02", "2031-12-03"];
    const found = byDay([over], { days, reader: london });
    expect([...found].map(([day, events]) => [day, events.length])).toEqual([
      ["2031-11-30", 0],
      ["2031-12-01", 1],
      ["2031-12-02", 1],
      ["2031-12-03", 0],
    ]);
  });

  it("of whole days is on its own zone's days for everybody", () => {
    const allDay = span(
      "2031-12-01T05:00:00.000Z",
      "2031-12-02T05:00:00.000Z",
      {
        isAllDay: true,
        timeZone: "America/New_York",
      },
    );
    for (const timeZone of ["Europe/London", "Australia/Sydney"])
      expect(daysOf(allDay, { timeZone })).toEqual([
        "2031-12-01",
        "2031-12-01",
      ]);
  });
});
