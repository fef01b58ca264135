import { makeStyles, tokens } from "@fluentui/react-components";
import type { EventSummary } from "../../../../bot/contract/events.ts";
import { useReader } from "../../teams/reader.ts";

const useStyles = makeStyles({
  block: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    alignSelf: "flex-start",
    flexShrink: 0,
    width: "56px",
    paddingBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  day: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
});

type Start = Pick<EventSummary, "startsAt" | "isAllDay" | "timeZone">;

/** Month and day like a leaf of a calendar; the sentence beside it says the same to screen readers. */
export function DateBlock({ event }: { event: Start }) {
  const styles = useStyles();
  const reader = useReader();
  const { locale } = reader;
  // Whole days are the same for everybody.
  const { timeZone } = event.isAllDay ? event : reader;
  const date = new Date(event.startsAt);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(date);
  return (
    <div className={styles.block} aria-hidden="true">
      <span>{part({ month: "short" })}</span>
      <span className={styles.day}>{part({ day: "numeric" })}</span>
      <span>{part({ weekday: "short" })}</span>
    </div>
  );
}
