import type { Tally } from "../../contract/answer.ts";
import type { ShownTally } from "../../contract/guarded-tally.ts";

/**
 * What people who may not see names are told of a tally. Answers of an event that fewer people than
 * `smallestBreakdown` are invited to are never told apart, because each would be soon guessed; nor, where a
 * confidential group hosts it, before as many have answered: until then each new number is somebody's. What a change
 * of the numbers tells whoever watches it afterwards is not hidden. Pure.
 *
 * @param smallestBreakdown the organization's setting
 */
export function guardTally(
  tally: Tally,
  given: { confidential: boolean; smallestBreakdown: number },
): ShownTally {
  const { total, none, lists } = tally;
  const answered = total - none;
  // Members of a list who answered are counted with it.
  const reached = total - (lists?.members ?? 0) + (lists?.about ?? 0);
  const isSmall =
    reached < given.smallestBreakdown ||
    (given.confidential && answered < given.smallestBreakdown);
  return isSmall ? { answered, total, ...(lists && { lists }) } : tally;
}

/** Whether the answers are told apart. */
export function isBrokenDown(tally: ShownTally): tally is Tally {
  return "accepted" in tally;
}

/** How many people invited by name have not answered. */
export function notAnswered(tally: ShownTally): number {
  return isBrokenDown(tally) ? tally.none : tally.total - tally.answered;
}
