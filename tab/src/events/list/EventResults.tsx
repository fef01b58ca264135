import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { PlainButton } from "../../layout/PlainButton.tsx";
import { EventRow } from "./EventRow.tsx";
import { NoEvents } from "./NoEvents.tsx";
import { useEventList, type EventFilter } from "./use-event-list.ts";
import styles from "./EventResults.module.css";

/** The list itself in each of its states: loading, failed, empty, filled. */
export function EventResults(props: {
  when: "upcoming" | "past";
  filter: EventFilter;
  inGroups: boolean;
  canSchedule: boolean;
}) {
  const list = useEventList(props.when, props.filter);
  if (list.first.state === "loading") {
    return <LoadingLines label="Loading events" count={4} size={72} />;
  }
  if (list.first.state === "failed") {
    return <Failure error={list.first.error} onRetry={list.reload} />;
  }
  if (list.events.length === 0) return <NoEvents {...props} />;
  return (
    <div>
      <ul className={styles.list} aria-label="Events">
        {list.events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            isPast={props.when === "past"}
            onChanged={list.replace}
          />
        ))}
      </ul>
      {list.hasMore && (
        <div className={styles.more}>
          {list.moreError && <Failure error={list.moreError} />}
          <PlainButton onClick={list.loadMore} disabled={list.loadingMore}>
            {list.loadingMore ? "Loading more events" : "Show more events"}
          </PlainButton>
        </div>
      )}
    </div>
  );
}
