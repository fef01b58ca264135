import type { WantedMailingList } from "../../contract/audiences.ts";
import type { Actor } from "../access/actor.ts";
import type { MailingListRow } from "../db/tables/organization.ts";
import { AppError } from "../errors.ts";
import { normaliseAddress } from "./resolve-audience.ts";

/** What an admin said, as it is kept. */
export function asStored({
  name,
  address,
  about,
  kind,
}: WantedMailingList): WantedMailingList {
  return { name, address: normaliseAddress(address), about, kind };
}

/** Whether an entry says that already. */
export function isSame(
  row: MailingListRow,
  { name, address, about, kind }: WantedMailingList,
): boolean {
  return (
    row.name === name &&
    row.address === address &&
    row.about === about &&
    row.kind === kind
  );
}

/** The columns that say who said it last. */
export function changedBy(actor: Actor, now: Date) {
  return {
    changed_by: actor.objectId,
    changed_by_name: actor.displayName,
    changed_at: now,
  };
}

/** The refusal of a second entry for an address. */
export function addressTaken(address: string): AppError {
  return new AppError({
    code: "addressTaken",
    status: 422,
    field: "address",
    message: `${address} is named already. Change the entry that has it.`,
  });
}
