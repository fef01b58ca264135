import { presentName } from "../../time/zone-names.ts";

/** Every zone that the browser knows, and the one that is chosen should it be missing. */
export function knownTimeZones(chosen: string): string[] {
  const zones = Intl.supportedValuesOf("timeZone").map(presentName);
  const missing = [presentName(chosen), "UTC"].filter(
    (zone) => !zones.includes(zone),
  );
  return [...new Set([...missing, ...zones])];
}

/** The same zones with the chosen one first, UTC next, then those of its region: what people most likely look for. */
export function nearbyZones(zones: string[], chosen: string): string[] {
  const region = `${chosen.split("/")[0] ?? ""}/`;
  const rank = (zone: string) => {
    if (zone === chosen) return 0;
    if (zone === "UTC") return 1;
    return zone.startsWith(region) ? 2 : 3;
  };
  return zones.toSorted((a, b) => rank(a) - rank(b));
}

/** The zones whose names hold each of the typed words. */
export function zonesMatching(zones: string[], typed: string): string[] {
  const words = plain(typed).split(" ").filter(Boolean);
  return zones.filter((zone) => {
    const name = plain(zone);
    return words.every((word) => name.includes(word));
  });
}

/** The zone that somebody named in full, older and newer names included; null when there is none. */
export function zoneNamed(typed: string): string | null {
  const name = typed.trim().replaceAll(" ", "_");
  const known = Intl.supportedValuesOf("timeZone").find(
    (zone) => zone.toLowerCase() === name.toLowerCase(),
  );
  if (known) return known;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name === "" ? null : name;
  } catch {
    return null;
  }
}

/** `GMT+5:30`: how far the zone is from UTC at an instant. */
export function zoneOffset(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    timeZoneName: "shortOffset",
  }).formatToParts(instant);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[_/]/g, " ");
}
