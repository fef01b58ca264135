import { zoneLabel } from "../../time/zone-names.ts";
import { endOf, startOf, type EventDraft } from "./event-draft.ts";

/** The draft in one line: `Coffee: Tue, 1 Dec 2026, 17:00 – 18:00, Europe/London`. */
export function draftSummary(draft: EventDraft, locale: string): string {
  return `${draft.title.trim()}: ${draftTime(draft, locale)}`;
}

/** When it is: `All day, Tue, 1 Dec 2026` or `Tue, 1 Dec 2026, 17:00 – 18:00, Europe/London`. A time that is not complete is shown as it was typed. */
export function draftTime(draft: EventDraft, locale: string): string {
  // Wall-clock times are shown as they are: read as UTC and written as UTC.
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    ...(!draft.isAllDay && { hour: "numeric", minute: "2-digit" }),
    timeZone: "UTC",
  });
  if (draft.isAllDay) {
    const first = new Date(`${draft.startDate}T00:00:00Z`);
    const last = new Date(`${draft.endDate}T00:00:00Z`);
    const days =
      first <= last
        ? format.formatRange(first, last)
        : `${draft.startDate} – ${draft.endDate}`;
    return `All day, ${days}`;
  }
  const start = new Date(`${startOf(draft)}:00Z`);
  const end = new Date(`${endOf(draft)}:00Z`);
  const when =
    start <= end
      ? format.formatRange(start, end)
      : `${startOf(draft)} – ${endOf(draft)}`.replaceAll("T", " ");
  return `${when}, ${zoneLabel(draft.timeZone)}`;
}
