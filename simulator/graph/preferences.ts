import { isTimeZone } from "../outlook/time-zone.ts";
import { badRequest } from "./graph-error.ts";

/** What the `Prefer` header asks for. */
export interface Preferences {
  isImmutableId: boolean;
  timeZone: string;
  bodyType: "html" | "text";
  /** Values that were added to an enumeration later are named; else they are `unknownFutureValue`. */
  knowsNewValues: boolean;
  /** The value of `Preference-Applied`. */
  applied: string;
}

/**
 * Graph: Outlook immutable ids; user: list events, optional request headers; Best practices: handling future
 * members in evolvable enumerations.
 */
export function readPreferences(header: string | undefined): Preferences {
  const values = new Map<string, string>();
  for (const [, name, quoted, plain] of (header ?? "").matchAll(
    /([\w.-]+)\s*=\s*(?:"([^"]*)"|([^,;\s]+))/g,
  )) {
    values.set(name!.toLowerCase(), quoted ?? plain ?? "");
  }
  const timeZone = values.get("outlook.timezone");
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw unsupportedTimeZone(timeZone);
  }
  const isImmutableId = values.get("idtype")?.toLowerCase() === "immutableid";
  const bodyType = values.get("outlook.body-content-type");
  const knowsNewValues = /\binclude-unknown-enum-members\b/i.test(header ?? "");
  const applied = [
    ...(isImmutableId ? ['IdType="ImmutableId"'] : []),
    ...(timeZone === undefined ? [] : [`outlook.timezone="${timeZone}"`]),
    ...(bodyType === undefined
      ? []
      : [`outlook.body-content-type="${bodyType}"`]),
  ];
  return {
    isImmutableId,
    timeZone: timeZone ?? "UTC",
    knowsNewValues,
    bodyType: bodyType === "text" ? "text" : "html",
    applied: applied.join(", "),
  };
}

export function unsupportedTimeZone(name: string) {
  return badRequest(
    "TimeZoneNotSupportedException",
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );
}
