import { changeOf, type SettledDraft } from "./event-draft.ts";

/**
 * Whether two forms send the same, however they are spelled: who is invited and where cards stand are sets, one
 * mailbox is one in capitals, too, and spaces around texts are nothing. Pure.
 */
export function isSameChange(one: SettledDraft, other: SettledDraft): boolean {
  return comparable(one) === comparable(other);
}

function comparable(draft: SettledDraft): string {
  const { audience, channelIds, ...rest } = changeOf(draft);
  const { addresses, lists = [], coHosts = [] } = audience;
  return JSON.stringify({
    ...rest,
    audience: {
      ...audience,
      addresses: addresses.map((address) => address.toLowerCase()).sort(),
      lists: lists
        .map(({ address, about }) => `${address.toLowerCase()} ${about}`)
        .sort(),
      coHosts: coHosts.toSorted(),
    },
    channelIds: channelIds.toSorted(),
  });
}
