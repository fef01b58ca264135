import { memo, useEffect, useEffectEvent, useRef, useState } from "react";
import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import type { Place } from "./kept-list.ts";
import { EventRow } from "./EventRow.tsx";
import { watchNear } from "./near-window.ts";
import type { ListPage } from "./page-chain.ts";
import styles from "./EventResults.module.css";

/**
 * A page of the list. Far from the window it is an empty space of the same height, so that ten thousand events cost no
 * more than some dozens.
 */
export const ListBlock = memo(function ListBlock(props: {
  page: ListPage;
  index: number;
  /** How many events stand before it in the list, and how many there are; -1: not known yet. */
  before: number;
  size: number;
  /** Where it was when the list was left. */
  kept: Place | undefined;
  isPast: boolean;
  onPlace: (index: number, place: Place) => void;
  onChanged: (event: EventSummary) => void;
  /** It is near, and was read a while ago. */
  onStale: (index: number) => void;
}) {
  const { page, index, before, size, kept, onPlace, onStale } = props;
  const block = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place>(
    kept ?? { isNear: true, height: 0 },
  );
  const onNear = useEffectEvent((isNear: boolean, height: number) => {
    // What has the focus stays, or the focus would be lost.
    const isHeld = block.current?.contains(document.activeElement) ?? false;
    const next = {
      isNear: isNear || isHeld,
      height: place.isNear ? height : place.height,
    };
    setPlace(next);
    onPlace(index, next);
  });
  useEffect(() => {
    if (!block.current) return;
    return watchNear(block.current, onNear);
  }, []);
  useEffect(() => {
    if (place.isNear && !page.isFresh) onStale(index);
  }, [place.isNear, page.isFresh, index, onStale]);
  if (!place.isNear)
    return <div ref={block} style={{ height: place.height }} />;
  return (
    <div ref={block} className={styles.block}>
      {page.events.map((event, n) => (
        <EventRow
          key={event.id}
          event={event}
          position={before + n + 1}
          size={size}
          isPast={props.isPast}
          onChanged={props.onChanged}
        />
      ))}
    </div>
  );
});
