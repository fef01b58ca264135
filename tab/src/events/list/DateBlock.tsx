import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import { useReader } from "../../teams/reader.ts";
import { dateFormat } from "../../time/date-format.ts";
import styles from "./DateBlock.module.css";

type Start = Pick<EventSummary, "startsAt" | "isAllDay" | "timeZone">;

/** Month and day like a leaf of a calendar; the sentence beside it says the same to screen readers. */
export function DateBlock({ event }: { event: Start }) {
  const reader = useReader();
  const { locale } = reader;
  // Whole days are the same for everybody.
  const { timeZone } = event.isAllDay ? event : reader;
  const date = new Date(event.startsAt);
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone }).format(date);
  return (
    <div className={styles.block} aria-hidden="true">
      <span>{part({ month: "short" })}</span>
      <span className={styles.day}>{part({ day: "numeric" })}</span>
      <span>{part({ weekday: "short" })}</span>
    </div>
  );
}
