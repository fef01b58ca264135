import type { EventCardRow } from "../db/tables/cards-and-meetings.ts";

/** What the message of a card needs next. */
export type CardStep = "nothing" | "post" | "update" | "remove" | "forget";

/**
 * Compares what a channel shows with what it should show. Pure.
 *
 * @param isOver the event is cancelled or has ended: a card that stands says so, none is posted any more
 * @param isOut Outlook has shown the event: a channel hears of it no sooner than calendars do
 * @param hash of the card as it should be
 */
export function nextStep(
  row: Pick<EventCardRow, "wanted" | "activity_id" | "shown_hash" | "problem">,
  wanted: { isOver: boolean; isOut: boolean; hash: string },
): CardStep {
  if (!row.wanted) return row.activity_id === null ? "forget" : "remove";
  if (row.problem !== null && row.problem !== "delayed") return "nothing";
  if (row.activity_id === null)
    return wanted.isOver || !wanted.isOut ? "nothing" : "post";
  return row.shown_hash === wanted.hash ? "nothing" : "update";
}
