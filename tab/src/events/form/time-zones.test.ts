import {
  knownTimeZones,
  nearbyZones,
  zoneNamed,
  zoneOffset,
  zonesMatching,
} from "./time-zones.ts";

describe("the list of time zones", () => {
  it("holds the chosen zone and UTC whatever the browser lists", () => {
    const zones = knownTimeZones("Asia/Kolkata");
    expect(zones).toContain("Asia/Kolkata");
    expect(zones).toContain("UTC");
    expect(zones).toContain("Europe/London");
    expect(new Set(zones).size).toBe(zones.length);
  });

  it("begins with the chosen zone and those near it", () => {
    const zones = ["Africa/Cairo", "Europe/Berlin", "Europe/London", "UTC"];
    expect(nearbyZones(zones, "Europe/London")).toEqual([
      "Europe/London",
      "UTC",
      "Europe/Berlin",
      "Africa/Cairo",
    ]);
  });

  it("is searched by words in any order", () => {
    const zones = ["America/New_York", "Europe/London"];
    expect(zonesMatching(zones, "new york")).toEqual(["America/New_York"]);
    expect(zonesMatching(zones, "london europe")).toEqual(["Europe/London"]);
    expect(zonesMatching(zones, "mars")).toEqual([]);
  });

  it("has cities by their present names", () => {
    const zones = knownTimeZones("Asia/Calcutta");
    expect(zonesMatching(zones, "kolkata")).toEqual(["Asia/Kolkata"]);
    expect(zonesMatching(zones, "kyiv")).toEqual(["Europe/Kyiv"]);
    expect(zones).not.toContain("Asia/Calcutta");
  });

  it("takes a name that is typed in full", () => {
    expect(zoneNamed("europe/london")).toBe("Europe/London");
    expect(zoneNamed("America/New York")).toBe("America/New_York");
    expect(zoneNamed("Asia/Kolkata")).not.toBeNull();
    expect(zoneNamed("London")).toBeNull();
    expect(zoneNamed("")).toBeNull();
  });

  it("says how far a zone is from UTC", () => {
    const summer = new Date("2026-07-01T12:00:00Z");
    expect(zoneOffset("Europe/London", summer)).toBe("GMT+1");
  });
});
