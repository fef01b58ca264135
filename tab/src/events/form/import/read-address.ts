import {
  isAddress,
  maxAddressLength,
} from "../../../../../bot/contract/addresses.ts";
import { inBrackets, splitMailList } from "./split-mail-list.ts";

/** Why a cell has no address. */
export type Refusal = "formula" | "tooLong" | "noAddress" | "malformed";

export type ReadAddress =
  { ok: true; address: string } | { ok: false; refusal: Refusal; text: string };

/** Longest cell that is looked at: one with some addresses and names. */
const longestCell = 20 * maxAddressLength;
const longestQuote = 80;

/**
 * The addresses of a cell: one as a rule, or some, with or without names. Formulas are never evaluated: what
 * begins like one is refused, whatever is in it. Pure.
 */
export function readCell(cell: string): ReadAddress[] {
  if (cell.length > longestCell) return [refuse("tooLong", cell)];
  const text = tidy(cell);
  if (text === "") return [];
  if (isAddress(text)) return [{ ok: true, address: text }];
  if (/^[=+\-@]/.test(text)) return [refuse("formula", text)];
  if (!/[,;\t\n]/.test(text)) return readPiece(text);
  return [...splitMailList(text)].flatMap((entry) => readPiece(entry.text));
}

/** One person as mail programs write them, or addresses with spaces between. */
export function readPiece(piece: string): ReadAddress[] {
  const text = tidy(piece);
  if (text === "") return [];
  if (/^[=+\-@]/.test(text) && !isAddress(text))
    return [refuse("formula", text)];
  const bracketed = inBrackets(text);
  const candidates =
    bracketed === null ? text.split(/\s+/).map(tidy) : [tidy(bracketed)];
  if (candidates.every((candidate) => isAddress(candidate)))
    return candidates.map((address) => ({ ok: true, address }));
  return [refuse(text.includes("@") ? "malformed" : "noAddress", text)];
}

/** What programs put around an address. Spaces of all kinds, and signs without width, are among it. */
const aroundAddress = /[\s\u200b-\u200f\u2060\ufeff'"]/;

/** Without that, and without `mailto:` and Exchange's `SMTP:`. By hand: `trim` expressions take the square of long runs. */
function tidy(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && aroundAddress.test(text.charAt(from))) from += 1;
  while (to > from && isAfter(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to).replace(/^(?:mailto|smtp):/i, "");
}

/** A full stop ends the sentence, not the address. */
function isAfter(sign: string): boolean {
  return sign === "." || aroundAddress.test(sign);
}

function refuse(refusal: Refusal, text: string): ReadAddress {
  const shown =
    text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  return { ok: false, refusal, text: shown };
}
