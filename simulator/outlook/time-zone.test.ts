import { instantOf, isTimeZone, localTimeOf } from "./time-zone.ts";
import { windowsTimeZones } from "./windows-time-zones.ts";

describe("time zones", () => {
  it("are known by their Windows and their IANA names", () => {
    for (const name of Object.keys(windowsTimeZones)) {
      expect([name, isTimeZone(name)]).toEqual([name, true]);
    }
    expect(isTimeZone("Europe/London")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("")).toBe(false);
    expect(isTimeZone("+02:00")).toBe(false);
  });

  it.each([
    ["2031-01-15T12:00", "Europe/London", "2031-01-15T12:00:00.000Z"],
    ["2031-07-15T12:00", "Europe/London", "2031-07-15T11:00:00.000Z"],
    [
      "2031-07-15T12:00:30.0000000",
      "Pacific Standard Time",
      "2031-07-15T19:00:30.000Z",
    ],
    ["2031-07-15T12:00", "India Standard Time", "2031-07-15T06:30:00.000Z"],
    // The hour that comes twice: in standard time, as Windows reads it.
    ["2030-10-27T01:30", "Europe/London", "2030-10-27T01:30:00.000Z"],
    ["2030-11-03T01:30", "America/Los_Angeles", "2030-11-03T09:30:00.000Z"],
  ])("%s in %s is %s, and back", (local, zone, instant) => {
    expect(instantOf(local, zone).toISOString()).toBe(instant);
    expect(localTimeOf(new Date(instant), zone)).toMatch(
      new RegExp(`^${local.slice(0, 16)}`),
    );
  });

  it("moves a time that the clocks skip", () => {
    const skipped = instantOf("2030-03-31T01:30", "Europe/London");
    expect(skipped.toISOString()).toBe("2030-03-31T01:30:00.000Z");
  });
});
