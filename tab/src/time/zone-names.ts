/**
 * Places whose zone browsers list under an older name (Unicode CLDR keeps the first name that a zone ever had),
 * and the name that the IANA database has for it now.
 */
const newerNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Louisville": "America/Kentucky/Louisville",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** The present name of a zone; names without a newer one stay. */
export function presentName(timeZone: string): string {
  return newerNames[timeZone] ?? timeZone;
}

/** `Europe/London` as people write it: the present name, without underscores. */
export function zoneLabel(timeZone: string): string {
  return presentName(timeZone).replaceAll("_", " ");
}

const regions =
  /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** `New York`: the place that gives a zone its name, or the whole name where no place does (`UTC`). */
export function zoneCity(timeZone: string): string {
  // US/Eastern and the like are names of zones that have a place by another one.
  const placed = regions.test(timeZone) ? timeZone : canonicalName(timeZone);
  const label = zoneLabel(placed);
  return regions.test(placed) ? (label.split("/").at(-1) ?? label) : label;
}

function canonicalName(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions()
      .timeZone;
  } catch {
    return timeZone;
  }
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone !== "";
  } catch {
    return false;
  }
}
