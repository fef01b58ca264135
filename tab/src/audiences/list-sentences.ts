import type { MailingList } from "../../../bot/contract/audiences.ts";
import { peopleCount } from "../groups/group-choice.ts";
import { shortMoment } from "../time/when-sentence.ts";

/** `All employees (about 48,000 people, one mail)` */
export function listLabel({
  name,
  about,
}: Pick<MailingList, "name" | "about">): string {
  return `${name} (about ${peopleCount(about)}, one mail)`;
}

/** What a Microsoft 365 group does to a mail; null for lists, which reach everybody on them. */
export function subscribersSentence({
  kind,
}: Pick<MailingList, "kind">): string | null {
  return kind === "teamGroup"
    ? "A Microsoft 365 group: only members who subscribe to it get the mail."
    : null;
}

/** From so many people on Exchange lets nobody mail a list without being allowed to (second-hand). */
const largeList = 5_000;

/** What has to be seen to in Exchange for a large list; null for others. */
export function largeListSentence({
  about,
}: Pick<MailingList, "about">): string | null {
  return about >= largeList
    ? "5,000 people or more: make sure in Exchange that the service account may send to it."
    : null;
}

/** `Isaiah Langer, 26 Nov, 09:41` */
export function changedSentence(
  { changed }: Pick<MailingList, "changed">,
  reader: { locale: string; timeZone: string },
): string | null {
  return changed && `${changed.by}, ${shortMoment(changed.at, reader)}`;
}

/** How many lists leads can choose. */
export function listCountSentence(count: number): string {
  if (count === 0) return "No mailing list is named yet.";
  return count === 1
    ? "Leads can choose one mailing list."
    : `Leads can choose ${count} mailing lists.`;
}
