import { isAddress } from "../../../../bot/contract/addresses.ts";

/** What somebody typed or pasted into the field for other people, cut into addresses. */
interface TypedAddresses {
  addresses: string[];
  /** What is not an address, as it was typed. */
  refused: string[];
}

/**
 * Cuts at commas, semicolons and line ends, and at spaces between bare addresses.
 * `Adele Vance <adele@contoso.com>`, as mail programs copy people, counts as the address in the brackets.
 */
export function typedAddresses(text: string): TypedAddresses {
  const result: TypedAddresses = { addresses: [], refused: [] };
  for (const piece of text.split(/[,;\r\n\t]+/)) take(piece.trim(), result);
  return { ...result, addresses: withoutRepeats(result.addresses) };
}

function take(piece: string, result: TypedAddresses): void {
  if (piece === "") return;
  const bracketed = /<([^<>]+)>\s*$/.exec(piece)?.[1]?.trim();
  const candidates = bracketed === undefined ? piece.split(/\s+/) : [bracketed];
  if (candidates.every(isAddress)) {
    result.addresses.push(...candidates);
  } else {
    result.refused.push(piece);
  }
}

/** Addresses that differ in upper and lower case alone are one mailbox in Exchange. */
export function withoutRepeats(addresses: string[]): string[] {
  const seen = new Set<string>();
  return addresses.filter((address) => {
    const key = address.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** True when the text holds a sign that ends an address, so that it can be cut while it is typed. */
export function endsAddress(text: string): boolean {
  return /[,;\r\n\t]/.test(text);
}
