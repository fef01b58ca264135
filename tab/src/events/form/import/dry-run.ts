import { maxAddresses } from "../../../../../bot/contract/addresses.ts";
import type { CheckedAudience } from "../../../../../bot/contract/audience-check.ts";
import type { Gathered } from "./gather-addresses.ts";

/** What a list would do to the form. */
export interface DryRun {
  /** Who would be added. */
  add: string[];
  /** How many entries name somebody who is in the list or in the form already. */
  doubles: number;
  inGroup: number;
  invited: number;
  /** People outside the organization: among those who would be added, or left out because they may not be invited. */
  outside: { count: number; leftOut: boolean };
  /** Entries that are no addresses. */
  refused: Gathered["refused"];
  /** False when the event would then have more addresses than it takes. */
  fits: boolean;
}

/** Puts together what was read of a list and what the backend knows of it. Pure. */
export function dryRunOf(given: {
  gathered: Gathered;
  checked: CheckedAudience;
  /** How many addresses the form has. */
  chosen: number;
}): DryRun {
  const { gathered, checked, chosen } = given;
  const leftOut = checked.outsidePolicy === "refuse";
  const not = new Set([
    ...checked.doubles,
    ...checked.inGroup,
    ...checked.invited,
    ...(leftOut ? checked.outside : []),
  ]);
  const add = gathered.addresses.filter((_, place) => !not.has(place));
  return {
    add,
    doubles: gathered.doubles + checked.doubles.length,
    inGroup: checked.inGroup.length,
    invited: checked.invited.length,
    outside: {
      count: checked.outsidePolicy === "allow" ? 0 : checked.outside.length,
      leftOut,
    },
    refused: gathered.refused,
    fits: chosen + add.length <= maxAddresses,
  };
}
