import {
  Button,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import type {
  EventSummary,
  EventsBetween,
} from "../../../../bot/contract/event-list.ts";
import { TextLink } from "../../layout/TextLink.tsx";
import { useReader } from "../../teams/reader.ts";
import {
  byDay,
  dayLabel,
  type CalendarView as View,
  type Day,
} from "./calendar-days.ts";
import { entryWords } from "./entry-words.ts";

/** Most entries of a day on a month's page; the week shows them all. */
const mostEntries = 3;

/** Below this width the days stand one below the other, those alone that have something. */
const narrow = "@media (max-width: 640px)";

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    backgroundColor: tokens.colorNeutralBackground1,
    [narrow]: { display: "block" },
  },
  body: { [narrow]: { display: "block" } },
  week: { [narrow]: { display: "block" } },
  weekday: {
    padding: tokens.spacingVerticalXS,
    textAlign: "left",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  weekdays: { [narrow]: { display: "none" } },
  day: {
    height: "96px",
    padding: tokens.spacingHorizontalXS,
    verticalAlign: "top",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: "block", height: "auto" },
  },
  tall: { height: "220px", [narrow]: { height: "auto" } },
  without: { [narrow]: { display: "none" } },
  /** Of the month before or after. */
  outside: { backgroundColor: tokens.colorNeutralBackground3 },
  number: {
    display: "inline-block",
    minWidth: "24px",
    paddingInline: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: "none" },
  },
  today: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "center",
  },
  date: {
    display: "none",
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { display: "block" },
  },
  entries: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  entry: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  time: { color: tokens.colorNeutralForeground2 },
  cancelled: { textDecorationLine: "line-through" },
  none: { display: "none", [narrow]: { display: "block" } },
});

/** Days as cells of a table, with what takes place on each. */
export function CalendarTable(props: {
  view: View;
  day: Day;
  weeks: readonly Day[][];
  today: Day;
  heading: string;
  found: EventsBetween;
  onWeek: (day: Day) => void;
}) {
  const styles = useStyles();
  const reader = useReader();
  const { view, weeks, found } = props;
  const days = byDay(found.events, { days: weeks.flat(), reader });
  const isEmpty = [...days.values()].every((events) => events.length === 0);
  return (
    <>
      {!found.isWhole && (
        <Text role="status">
          There are more events than fit here. Choose a group or search for
          fewer.
        </Text>
      )}
      {isEmpty && (
        <Text className={styles.none}>Nothing takes place in this time.</Text>
      )}
      <table className={styles.table} aria-label={props.heading}>
        <thead className={styles.weekdays}>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col" className={styles.weekday}>
                {dayLabel(day, { locale: reader.locale, as: "weekday" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {weeks.map((week) => (
            <tr key={week[0]} className={styles.week}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  {...props}
                  day={day}
                  events={days.get(day) ?? []}
                  isOutside={
                    view === "month" &&
                    day.slice(0, 7) !== props.day.slice(0, 7)
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function DayCell(props: {
  view: View;
  day: Day;
  today: Day;
  events: readonly EventSummary[];
  isOutside: boolean;
  onWeek: (day: Day) => void;
}) {
  const styles = useStyles();
  const { locale } = useReader();
  const { day, view, events } = props;
  const isToday = day === props.today;
  const isCrowded = view === "month" && events.length > mostEntries;
  // "2 more" takes the place of one.
  const shown = isCrowded ? events.slice(0, mostEntries - 1) : events;
  const rest = events.length - shown.length;
  const full = dayLabel(day, { locale, as: "full" });
  return (
    <td
      className={mergeClasses(
        styles.day,
        view === "week" && styles.tall,
        props.isOutside && styles.outside,
        events.length === 0 && styles.without,
      )}
      aria-current={isToday ? "date" : undefined}
    >
      <time dateTime={day} className={styles.date}>
        {full}
      </time>
      <span
        aria-hidden="true"
        className={mergeClasses(styles.number, isToday && styles.today)}
      >
        {dayLabel(day, { locale, as: "number" })}
      </span>
      {events.length > 0 && (
        <ul className={styles.entries} aria-label={full}>
          {shown.map((event) => (
            <Entry key={event.id} event={event} day={day} />
          ))}
          {rest > 0 && (
            <li>
              <Button
                size="small"
                appearance="subtle"
                aria-label={`${rest} more on ${full}`}
                onClick={() => props.onWeek(day)}
              >
                {`${rest} more`}
              </Button>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}

function Entry({ event, day }: { event: EventSummary; day: Day }) {
  const styles = useStyles();
  const reader = useReader();
  const { time, note } = entryWords(event, { day, reader });
  return (
    <li className={styles.entry}>
      {time !== null && <span className={styles.time}>{time}</span>}
      {time !== null && " "}
      <TextLink to={`/events/${event.id}`}>
        <span className={mergeClasses(note !== null && styles.cancelled)}>
          {event.title}
        </span>
      </TextLink>
      {note !== null && ` (${note})`}
    </li>
  );
}
