import { isAddress } from "../../../../bot/contract/addresses.ts";
import type { PickedPerson } from "../../teams/pick-people.ts";
import { listOf } from "../list-of.ts";

/** Who of those whom somebody picked can be invited. */
export interface TakenPeople {
  addresses: string[];
  /** Who cannot, in a sentence; null: everybody can. */
  problem: string | null;
}

/** Takes the addresses of picked people; whom Teams tells no address of cannot be mailed. Pure. */
export function takePicked(picked: readonly PickedPerson[]): TakenPeople {
  const addresses = picked.flatMap(({ address }) =>
    address !== null && isAddress(address) ? [address] : [],
  );
  const without = picked
    .filter(({ address }) => address === null || !isAddress(address))
    .map(({ displayName }) => displayName);
  if (without.length === 0) return { addresses, problem: null };
  const has = without.length === 1 ? "has" : "have";
  return {
    addresses,
    problem: `${listOf(without)} ${has} no e-mail address that Teams tells. Type it under Other people, if you know it.`,
  };
}
