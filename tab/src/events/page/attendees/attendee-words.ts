import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import { peopleCount } from "../../../groups/group-choice.ts";
import { answerLabel } from "../../answer-words.ts";

/** What else there is to say of an attendee: how large a list is, or how somebody came who was not invited here. */
export function attendeeNote(
  { listSize, outlook, answer }: Attendee,
  { hasLists }: { hasLists: boolean },
): string | null {
  if (listSize !== null) return `About ${peopleCount(listSize)}`;
  if (outlook !== "added") return null;
  // Members of a list get a row when they answer. Whoever has not was put on the event in another way.
  return hasLists && answer !== "none"
    ? "Came by a list or a forwarded invitation"
    : "Added in Outlook";
}

/** The answer in the table; a list has none of its own. */
export function attendeeAnswer({ listSize, answer }: Attendee): string {
  return listSize !== null && answer === "none"
    ? "Mailing list"
    : answerLabel(answer);
}

/** How many fit what is looked for. */
export function fittingSentence(given: {
  count: number;
  total: number;
}): string {
  const { count, total } = given;
  const all = total.toLocaleString("en");
  return count === 0
    ? `Nobody of those ${all} fits. Search for less, or show everybody.`
    : `${count.toLocaleString("en")} of ${all} fit.`;
}
