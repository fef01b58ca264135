import type { OutlookChangeView } from "../../contract/outlook-change.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";

/** What leads are told of a change by hand: the parts that differ, and nothing of the others. */
export function viewOutlookChange(
  change: OutlookChange | null,
  event: Pick<EventRow, "is_all_day">,
): OutlookChangeView | null {
  if (change?.kind !== "edited") return change;
  const { fields, shows, seenAt } = change;
  const { startsAt, endsAt } = shows;
  return {
    kind: "edited",
    seenAt,
    title: fields.includes("title") ? shows.title : null,
    time:
      fields.includes("time") && startsAt !== null && endsAt !== null
        ? { startsAt, endsAt, isAllDay: shows.isAllDay ?? event.is_all_day }
        : null,
    location: fields.includes("location") ? shows.location : null,
  };
}
