import type { AttendeeRow } from "../db/tables/attendees.ts";

/**
 * Whether somebody's answer is not what their Outlook shows: Graph answers an invitation for nobody but the mailbox
 * that signed in (event: accept, tentativelyAccept, decline). Pure.
 *
 * @param own null: not invited
 */
export function isUnknownToOutlook(
  own: Pick<AttendeeRow, "answer" | "answered_in"> | null,
): boolean {
  return own !== null && own.answer !== "none" && own.answered_in !== "outlook";
}
