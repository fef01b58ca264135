import { zoneLabel } from "../../time/when-sentence.ts";
import { endOf, startOf, type EventDraft } from "./event-draft.ts";

/** The draft in one line: `Coffee: Tue, 1 Dec 2026, 17:00 – 18:00, Europe/London`. */
export function draftSummary(draft: EventDraft, locale: string): string {
  return `${draft.title.trim()}: ${draftTime(draft, locale)}`;
}

/** When it is: `Tue, 1 Dec 2026, 17:00 – 18:00, Europe/London`. A time that is not complete is shown as it was typed. */
export function draftTime(draft: EventDraft, locale: string): string {
  // Wall-clock times are shown as they are: read as UTC and written as UTC.
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: "UTC",
  });
  const start = new Date(`${startOf(draft)}:00Z`);
  const end = new Date(`${endOf(draft)}:00Z`);
  const when =
    start <= end
      ? format.formatRange(start, end)
      : `${startOf(draft)} – ${endOf(draft)}`.replaceAll("T", " ");
  return `${when}, ${zoneLabel(draft.timeZone)}`;
}
