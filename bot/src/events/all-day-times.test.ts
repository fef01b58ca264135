import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { allDayInstants } from "./all-day-times.ts";

const zones = Intl.supportedValuesOf("timeZone");

describe("the days of an all-day event", () => {
  it("are found in every zone, told as midnights of UTC or of the zone itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: 1, max: 31 }),
        (timeZone, from, length) => {
          const first = Temporal.PlainDate.from("2020-01-01").add({
            days: from,
          });
          const midnights = (zone: string) => ({
            startsAt: at(first, zone),
            endsAt: at(first.add({ days: length }), zone),
          });
          const ours = midnights(timeZone);
          expect(allDayInstants(midnights("UTC"), timeZone)).toEqual(ours);
          expect(allDayInstants(ours, timeZone)).toEqual(ours);
        },
      ),
    );
  });

  it("are the nearest ones when they were made in another zone", () => {
    expect(
      allDayInstants(
        {
          startsAt: new Date("2026-12-01T08:00:00Z"),
          endsAt: new Date("2026-12-02T08:00:00Z"),
        },
        "Europe/London",
      ),
    ).toEqual({
      startsAt: new Date("2026-12-01T00:00:00Z"),
      endsAt: new Date("2026-12-02T00:00:00Z"),
    });
  });

  it("stay unknown where no time could be read", () => {
    const unknown = { startsAt: null, endsAt: null };
    expect(allDayInstants(unknown, "UTC")).toEqual(unknown);
  });
});

function at(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
