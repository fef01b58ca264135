import { z } from "zod";

/** Most addresses that one event can be given by name. */
export const maxAddresses = 50_000;

/** Longest address that mail servers take (RFC 3696, erratum 1690). */
export const maxAddressLength = 254;

/** How many of the malformed addresses a refusal names. */
const namedInRefusal = 20;
const longestQuote = 60;

/** What an address looks like; in one place, so that the form never takes one that the backend refuses. */
const addressPattern = z.regexes.email;

/** Whether this can be somebody's e-mail address. Takes time in proportion to its length, and little for long ones. */
export function isAddress(text: string): boolean {
  return text.length <= maxAddressLength && addressPattern.test(text);
}

/**
 * A list of addresses, of which a refusal names the first malformed ones with their number: one issue, however many
 * they are, because a list can have fifty thousand. Its path leads to the first.
 */
export const addressListSchema = z
  .custom<string[]>(
    (given) => Array.isArray(given),
    "This is not a list of addresses. Give one.",
  )
  .superRefine((addresses, context) => {
    // What is too long is not looked at: a body has room for a million entries.
    if (addresses.length > maxAddresses) {
      context.addIssue({
        code: "custom",
        message: `Give at most ${maxAddresses.toLocaleString("en")} addresses; these are ${addresses.length.toLocaleString("en")}.`,
      });
      return;
    }
    const malformed: number[] = [];
    addresses.forEach((address: unknown, index) => {
      if (typeof address !== "string" || !isAddress(address))
        malformed.push(index);
    });
    const first = malformed[0];
    if (first !== undefined)
      context.addIssue({
        code: "custom",
        path: [first],
        message: refusalOf(addresses, malformed),
      });
  });

function refusalOf(
  addresses: readonly unknown[],
  malformed: readonly number[],
): string {
  const named = malformed
    .slice(0, namedInRefusal)
    .map((index) => `number ${index + 1} (${quote(addresses[index])})`)
    .join(", ");
  const rest = malformed.length - namedInRefusal;
  const more = rest > 0 ? ` and ${rest.toLocaleString("en")} more` : "";
  return malformed.length === 1
    ? `${capital(named)} is not an e-mail address. Write it like name@company.com, or take it out.`
    : `${capital(named)}${more} are not e-mail addresses. Write them like name@company.com, or take them out.`;
}

function quote(entry: unknown): string {
  if (typeof entry !== "string") return "not a text";
  return entry.length > longestQuote
    ? `“${entry.slice(0, longestQuote)}…”`
    : `“${entry}”`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
