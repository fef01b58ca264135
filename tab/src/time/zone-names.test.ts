import { presentName, zoneCity, zoneLabel } from "./zone-names.ts";

describe("a time zone's name", () => {
  it.each([
    ["America/New_York", "New York"],
    ["America/Argentina/Buenos_Aires", "Buenos Aires"],
    ["Asia/Calcutta", "Kolkata"],
    ["Asia/Kolkata", "Kolkata"],
    ["US/Eastern", "New York"],
    ["UTC", "UTC"],
  ])("%s is told by its place, %s", (zone, city) => {
    expect(zoneCity(zone)).toBe(city);
  });

  it("is the present one", () => {
    expect(presentName("Europe/Kiev")).toBe("Europe/Kyiv");
    expect(zoneLabel("Asia/Saigon")).toBe("Asia/Ho Chi Minh");
    expect(zoneLabel("Europe/London")).toBe("Europe/London");
  });
});
