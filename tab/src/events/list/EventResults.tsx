import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { useState } from "react";
import { Failure } from "../../layout/Failure.tsx";
import { LoadingLines } from "../../layout/LoadingLines.tsx";
import { keepList, keptList, type Place } from "./kept-list.ts";
import { ListBlock } from "./ListBlock.tsx";
import { watchNear } from "./near-window.ts";
import { NoEvents } from "./NoEvents.tsx";
import { useEventPages, type EventFilter } from "./use-event-list.ts";
import styles from "./EventResults.module.css";

/** The list of one path in each of its states: loading, failed, empty, filled. */
export function EventResults(props: {
  path: string;
  when: "upcoming" | "past";
  filter: EventFilter;
  inGroups: boolean;
  isOthers: boolean;
  canSchedule: boolean;
}) {
  const { path, when } = props;
  const [kept] = useState(() => keptList(path, Date.now()));
  const { pages, hasMore, error, want, replace, reload } = useEventPages(
    path,
    kept,
  );
  const places = useRef(new Map<number, Place>(kept?.places));
  const list = useRef<HTMLDivElement>(null);
  const onPlace = useCallback((index: number, place: Place) => {
    places.current.set(index, place);
  }, []);

  useLayoutEffect(() => {
    if (!kept) return;
    document.body.scrollTop = kept.scrollTop;
    const row = `[data-event="${kept.eventId ?? ""}"] a`;
    list.current
      ?.querySelector<HTMLElement>(row)
      ?.focus({ preventScroll: true });
  }, [kept]);
  useLayoutEffect(
    () => () =>
      keepList({
        path,
        pages: [...pages],
        places: places.current,
        scrollTop: document.body.scrollTop,
        eventId: focusedEvent(),
        leftAtMs: Date.now(),
      }),
    [path, pages],
  );

  if (pages.length === 0) {
    if (error) return <Failure error={error} onRetry={reload} />;
    return <LoadingLines label="Loading events" count={4} size={72} />;
  }
  if (!hasMore && pages.every(({ events }) => events.length === 0))
    return <NoEvents {...props} />;
  const before = startsOf(pages.map(({ events }) => events.length));
  return (
    <div>
      <div
        ref={list}
        className={styles.list}
        role="list"
        aria-label="Events"
        aria-busy={pages.some(({ isFresh }) => !isFresh) || undefined}
      >
        {pages.map((page, index) => (
          <ListBlock
            key={index}
            page={page}
            index={index}
            before={before[index] ?? 0}
            size={hasMore ? -1 : (before.at(-1) ?? -1)}
            kept={kept?.places.get(index)}
            onPlace={onPlace}
            isPast={when === "past"}
            onChanged={replace}
            onStale={want}
          />
        ))}
      </div>
      {error && <Failure error={error} onRetry={reload} />}
      {hasMore && !error && (
        <MoreEvents loaded={pages.length} onNear={() => want(pages.length)} />
      )}
    </div>
  );
}

/** The end of what is loaded: who comes near it gets more. */
function MoreEvents({
  loaded,
  onNear,
}: {
  loaded: number;
  onNear: () => void;
}) {
  const end = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (end.current) return watchNear(end.current, setNear);
    return undefined;
  }, []);
  useEffect(() => {
    if (isNear) onNear();
    // Still near after a page was added: then once more.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isNear, loaded]);
  return (
    <div ref={end} className={styles.more}>
      <LoadingLines label="Loading more events" count={2} size={72} />
    </div>
  );
}

/** How many events stand before each page, and at the end how many there are. */
function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

function focusedEvent(): string | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-event]");
  return row?.dataset["event"] ?? null;
}
