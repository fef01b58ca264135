import type { TalliedLists } from "../../../bot/contract/answer.ts";
import type { ShownTally } from "../../../bot/contract/guarded-tally.ts";
import { peopleCount } from "../groups/group-choice.ts";

/** From so many on it is worth a warning: a list is said to stop recording beyond about 400 (second-hand). */
const manyMembers = 350;

/** People of whom it is known whether they have answered: not those who came by a list. */
export function invitedByName(tally: ShownTally): number {
  return tally.total - (tally.lists?.members ?? 0);
}

/** Who is invited: `12 people and a list of about 1,200`, or `12 people and All employees (about 48,000)`. */
export function everybody(tally: ShownTally, lists: TalliedLists): string {
  const byName = invitedByName(tally);
  const size = lists.about.toLocaleString("en");
  return [
    ...(byName > 0 ? [peopleCount(byName)] : []),
    lists.name !== undefined
      ? `${lists.name} (about ${size})`
      : lists.count === 1
        ? `a list of about ${size}`
        : `${lists.count} lists of about ${size} together`,
  ].join(" and ");
}

/** `1 mailing list (about 1,200 people)`, or `All employees (about 48,000 people)` */
export function listCount(
  lists: Pick<TalliedLists, "count" | "about" | "name">,
): string {
  const { count, about, name } = lists;
  const noun = count === 1 ? "mailing list" : "mailing lists";
  return `${name ?? `${count} ${noun}`} (about ${peopleCount(about)})`;
}

/** What the numbers of an event with lists leave out. */
export function listNote({ members }: TalliedLists): string {
  if (members === 0) {
    return "Outlook has not reported answers of people on a mailing list so far. In some organizations it reports none: then only those invited by name are counted here.";
  }
  if (members >= manyMembers) {
    return "Outlook is said to stop recording the answers of a mailing list at about 400. More people may come than are counted here.";
  }
  return "People on a mailing list are counted when Outlook reports their answer.";
}
