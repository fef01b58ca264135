import type { AddressBatch, EventDraft } from "./event-draft.ts";

/** The addresses of the form as they are shown. */
export interface AddressParts {
  /** Those that came one by one, or are from before. */
  single: string[];
  /** Those that came together, without whom was taken off since. */
  batches: AddressBatch[];
}

/** Each address once: with the first batch that brought it. Pure. */
export function addressParts({
  addresses,
  batches,
}: Pick<EventDraft, "addresses" | "batches">): AddressParts {
  if (batches.length === 0) return { single: addresses, batches: [] };
  const left = new Set(addresses);
  const shown = batches.map(({ name, addresses: brought }) => ({
    name,
    addresses: brought.filter((address) => left.delete(address)),
  }));
  return {
    single: addresses.filter((address) => left.has(address)),
    batches: shown.filter((batch) => batch.addresses.length > 0),
  };
}

/** `1,240 addresses from colleagues.csv` */
export function batchLabel(batch: AddressBatch | string[]): string {
  const addresses = Array.isArray(batch) ? batch : batch.addresses;
  const count =
    addresses.length === 1
      ? "1 address"
      : `${addresses.length.toLocaleString("en")} addresses`;
  if (Array.isArray(batch)) return count;
  return batch.name === null
    ? `${count} from a pasted list`
    : `${count} from ${batch.name}`;
}
