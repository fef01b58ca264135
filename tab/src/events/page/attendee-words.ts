import type { Attendee } from "../../../../bot/contract/events.ts";
import { peopleCount } from "../../groups/group-choice.ts";
import { answerLabel } from "../answer-words.ts";

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

/** How many of all are in the table; null: all of them are. */
export function shownSentence(given: {
  shown: number;
  total: number;
}): string | null {
  const { shown, total } = given;
  return shown < total
    ? `The first ${shown.toLocaleString("en")} of ${total.toLocaleString("en")}. Find others by their name or address.`
    : null;
}

/** How many were found, and whether all of them are in the table. */
export function foundSentence(given: { shown: number; count: number }): string {
  const { shown, count } = given;
  if (count === 0) return "Nobody who is invited has this in name or address.";
  if (shown < count)
    return `${peopleCount(count)} found; these are the first ${shown.toLocaleString("en")}.`;
  return `${peopleCount(count)} found.`;
}
