import {
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from "react";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import type { EventDetail } from "../../../../../bot/contract/events.ts";
import type { AttendeeOrder } from "../../../../../bot/contract/found-attendees.ts";
import { AttendeeRow, rowHeight } from "./AttendeeRow.tsx";

/** More are drawn only where somebody looks. */
const mostDrawn = 100;

const useStyles = makeStyles({
  long: {
    maxHeight: "min(70vh, 720px)",
    overflowY: "auto",
    // Rows that are measured while they come in must not move what somebody reads.
    overflowAnchor: "none",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  wideOnly: { "@media (max-width: 480px)": { display: "none" } },
});

interface TableProps {
  event: EventDetail;
  query: { order: AttendeeOrder };
  count: number;
  /** Undefined: not loaded yet. */
  at: (place: number) => Attendee | undefined;
  /** Told which are looked at. */
  onShow: (first: number, last: number) => void;
  onChanged: (event: EventDetail) => void;
}

/** Those invited with their answers, for leads; of many only those on which somebody looks are drawn. */
export function AttendeeTable(props: TableProps) {
  return props.count > mostDrawn ? (
    <LongTable {...props} />
  ) : (
    <AttendeeGrid
      {...props}
      rows={Array.from({ length: props.count }, (_, place) => place)}
    />
  );
}

function LongTable(props: TableProps) {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const { count } = props;
  // eslint-disable-next-line react-hooks/incompatible-library -- what it returns is used here alone, and never memoized
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    // Each correction would end the keyboard's own scrolling on its way; rows are about as high as they are said to be.
    virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  }, [virtual]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const tell = useEffectEvent(props.onShow);
  useEffect(() => tell(first, last), [first, last]);
  // The browser's own way to the end stops where the list ended before its last rows were there.
  function jump(pressed: KeyboardEvent): void {
    const place = { Home: 0, End: count - 1 }[pressed.key];
    if (place === undefined) return;
    pressed.preventDefault();
    virtual.scrollToIndex(place);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, as everything that can be scrolled does
    <div
      ref={scroller}
      onKeyDown={jump}
      className={styles.long}
      role="region"
      aria-label="List of attendees"
      // A list that scrolls has to be reached by the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1
      tabIndex={0}
    >
      <AttendeeGrid
        {...props}
        rows={items.map(({ index }) => index)}
        before={items[0]?.start ?? 0}
        after={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)}
        measure={virtual.measureElement}
      />
    </div>
  );
}

function AttendeeGrid(
  props: TableProps & {
    /** The places of those that are drawn. */
    rows: readonly number[];
    /** Room for those that are not, in pixels. */
    before?: number;
    after?: number;
    measure?: (row: HTMLElement | null) => void;
  },
) {
  const styles = useStyles();
  const { count, query, rows, measure, at } = props;
  const isLong = measure !== undefined;
  const hasLists = props.event.tally.lists !== undefined;
  const sorted = (by: AttendeeOrder) =>
    query.order === by
      ? by === "answered"
        ? "descending"
        : "ascending"
      : "none";
  return (
    <Table aria-label="Attendees" aria-rowcount={count + 1} size="small">
      <TableHeader className={isLong ? styles.head : ""}>
        <TableRow aria-rowindex={1}>
          <TableHeaderCell aria-sort={sorted("name")}>Name</TableHeaderCell>
          <TableHeaderCell aria-sort={sorted("answer")}>Answer</TableHeaderCell>
          <TableHeaderCell
            className={mergeClasses(styles.wideOnly)}
            aria-sort={sorted("answered")}
          >
            Answered
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        <Room height={props.before} />
        {rows.map((place) => (
          <AttendeeRow
            key={isLong ? place : (at(place)?.address ?? place)}
            place={place}
            event={props.event}
            attendee={at(place)}
            hasLists={hasLists}
            onChanged={props.onChanged}
            measure={measure}
          />
        ))}
        <Room height={props.after} />
      </TableBody>
    </Table>
  );
}

/** Where rows stand that are not drawn. */
function Room({ height = 0 }: { height?: number | undefined }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}
