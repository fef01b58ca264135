import type { MailingList } from "../../../../bot/contract/audiences.ts";
import { removeAddress, type EventDraft } from "./event-draft.ts";

/** Whether an event is to go to a list that an admin named, chosen or typed. */
export function isChosen(
  { addresses }: Pick<EventDraft, "addresses">,
  { address }: MailingList,
): boolean {
  return addresses.some((one) => one.toLowerCase() === address);
}

/** Invites a list, as large as the admin said. */
export function chooseList(draft: EventDraft, list: MailingList): EventDraft {
  const { address, about } = list;
  const others = leaveList(draft, list);
  return {
    ...others,
    addresses: [...others.addresses, address],
    lists: [...others.lists, { address, about: String(about) }],
  };
}

/** Leaves a list out, however it came in. */
export function leaveList(
  draft: EventDraft,
  { address }: MailingList,
): EventDraft {
  return draft.addresses
    .filter((one) => one.toLowerCase() === address)
    .reduce(removeAddress, draft);
}

/** The draft without what is shown as a choice of its own: for the fields of other people. */
export function withoutLists<Draft extends EventDraft>(
  draft: Draft,
  lists: readonly MailingList[],
): Draft {
  if (lists.length === 0) return draft;
  const named = new Set(lists.map(({ address }) => address));
  const isOther = (address: string) => !named.has(address.toLowerCase());
  return {
    ...draft,
    addresses: draft.addresses.filter(isOther),
    lists: draft.lists.filter(({ address }) => isOther(address)),
  };
}
