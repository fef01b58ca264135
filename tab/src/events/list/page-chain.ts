import type {
  EventList,
  EventSummary,
} from "../../../../bot/contract/event-list.ts";

/** One page of a list that is read by cursors. */
export interface ListPage {
  /** By which it is asked for; null: the first. */
  cursor: string | null;
  events: EventSummary[];
  /** Null: it is the last. */
  nextCursor: string | null;
  /** False: it was read a while ago, and is read again once somebody looks at it. */
  isFresh: boolean;
}

/**
 * The pages with an answer in its place: behind the last, or instead of an earlier answer to the same cursor. Where that
 * one ended elsewhere, an event has come or gone: the next page begins there now, and is read again.
 */
export function placePage(
  pages: readonly ListPage[],
  cursor: string | null,
  { events, nextCursor }: EventList,
): ListPage[] {
  const page: ListPage = { cursor, events, nextCursor, isFresh: true };
  const place = pages.findIndex((known) => known.cursor === cursor);
  if (place === -1) {
    // Meanwhile the list may have come to go on from elsewhere: then this page belongs nowhere.
    const end = pages.at(-1)?.nextCursor ?? null;
    return end === cursor ? [...pages, page] : [...pages];
  }
  if (nextCursor === null) return [...pages.slice(0, place), page];
  const [next, ...later] = pages.slice(place + 1);
  return [
    ...pages.slice(0, place),
    page,
    ...(next
      ? [
          next.cursor === nextCursor
            ? next
            : { ...next, cursor: nextCursor, isFresh: false },
        ]
      : []),
    ...later,
  ];
}

/** The same pages, to be read again. */
export function agedPages(pages: readonly ListPage[]): ListPage[] {
  return pages.map((page) => ({ ...page, isFresh: false }));
}

/** The same pages with an event as it is by now; pages without it stay the same objects. */
export function withEvent(
  pages: readonly ListPage[],
  event: EventSummary,
): ListPage[] {
  return pages.map((page) =>
    page.events.some(({ id }) => id === event.id)
      ? {
          ...page,
          events: page.events.map((one) => (one.id === event.id ? event : one)),
        }
      : page,
  );
}
