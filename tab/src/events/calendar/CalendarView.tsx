import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { EventsBetween } from "../../../../bot/contract/event-list.ts";
import { useApi } from "../../api-client/api.ts";
import { ownBackend } from "../../api-client/own-backend.ts";
import { useLoaded } from "../../api-client/use-loaded.ts";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { useTurned } from "../../layout/use-turned.ts";
import { useReader } from "../../teams/reader.ts";
import { filterQuery, type EventFilter } from "../list/use-event-list.ts";
import {
  dayOf,
  firstWeekday,
  headingOf,
  isDay,
  momentsOf,
  step,
  weeksOf,
  type CalendarView as View,
  type Day,
} from "./calendar-days.ts";
import { CalendarTable } from "./CalendarTable.tsx";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  heading: {
    margin: 0,
    marginInlineEnd: "auto",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What takes place in a week or a month, by the reader's days. */
export function CalendarView(props: {
  view: View;
  /** A day that is shown; null, or what is no day: today. */
  day: string | null;
  filter: EventFilter;
  onDay: (day: Day | null, view?: View) => void;
}) {
  const styles = useStyles();
  const turned = useTurned();
  const api = useApi();
  const reader = useReader();
  const { view, onDay } = props;
  const today = dayOf(new Date(), reader.timeZone);
  const day = isDay(props.day) ? props.day : today;
  const weeks = weeksOf(view, { day, firstDay: firstWeekday(reader.locale) });
  const heading = headingOf(view, { day, weeks, locale: reader.locale });
  const query = filterQuery(props.filter);
  for (const [name, moment] of Object.entries(momentsOf(weeks)))
    query.set(name, moment);
  const path = `/api/events/between?${query.toString()}`;
  const { loaded, reload } = useLoaded(path, (signal) =>
    api.request({ path, signal, read: ownBackend<EventsBetween> }),
  );
  return (
    <section className={styles.view} aria-label={heading}>
      <div className={styles.head}>
        <h2 className={styles.heading} aria-live="polite">
          {heading}
        </h2>
        <Button
          icon={<ChevronLeftRegular className={turned} />}
          aria-label={`Previous ${view}`}
          onClick={() => onDay(step(view, day, -1))}
        />
        <Button onClick={() => onDay(null)}>Today</Button>
        <Button
          icon={<ChevronRightRegular className={turned} />}
          aria-label={`Next ${view}`}
          onClick={() => onDay(step(view, day, 1))}
        />
      </div>
      {loaded.state === "failed" && (
        <Failure error={loaded.error} onRetry={reload} />
      )}
      {loaded.state === "loading" && (
        <LoadingLines label="Loading events" count={weeks.length} size={72} />
      )}
      {loaded.state === "ready" && (
        <CalendarTable
          {...{ view, day, weeks, today, heading }}
          found={loaded.value}
          onWeek={(shown) => onDay(shown, "week")}
        />
      )}
    </section>
  );
}
