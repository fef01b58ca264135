import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import type { ReadAddress, Refusal } from "./read-address.ts";

/** How many refused entries are kept to be shown; all are counted. */
export const shownRefusals = 100;

interface RefusedEntry {
  row: number;
  text: string;
  refusal: Refusal;
}

/** What a list came down to. */
export interface Gathered {
  /** Each once, as it is written first. */
  addresses: string[];
  /** How many more stood in the list. */
  doubles: number;
  refused: { count: number; first: RefusedEntry[] };
}

/** Gathers what is read of a list, entry by entry. */
export function openGathering() {
  const seen = new Set<string>();
  const gathered: Gathered = {
    addresses: [],
    doubles: 0,
    refused: { count: 0, first: [] },
  };
  return {
    gathered,
    /** False once there are more than an event takes. */
    take: (read: ReadAddress, row: number): boolean => {
      if (!read.ok) {
        const { text, refusal } = read;
        gathered.refused.count += 1;
        if (gathered.refused.first.length < shownRefusals)
          gathered.refused.first.push({ row, text, refusal });
        return true;
      }
      // Exchange does not tell addresses apart by upper and lower case.
      const key = read.address.toLowerCase();
      if (seen.has(key)) gathered.doubles += 1;
      else {
        seen.add(key);
        gathered.addresses.push(read.address);
      }
      return gathered.addresses.length <= maxAddresses;
    },
  };
}
