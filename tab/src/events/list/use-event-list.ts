import { useCallback, useEffect, useRef, useState } from "react";
import type {
  EventList,
  EventSummary,
  ListedState,
} from "../../../../bot/contract/event-list.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { ownBackend } from "../../api-client/own-backend.ts";
import { useOnlineAgain, useRetry } from "../../api-client/use-retry.ts";
import type { KeptList } from "./kept-list.ts";
import {
  agedPages,
  placePage,
  withEvent,
  type ListPage,
} from "./page-chain.ts";

export interface EventFilter {
  shown: EventsShown;
  /** Of a week or a month the day that it is about, as the address has it; null: today. */
  day: string | null;
  /** Null: every group. */
  groupId: string | null;
  /** Empty: any text. */
  search: string;
  /** Null: every state. */
  state: ListedState | null;
}

/** How events are shown: as a list, or by days. */
export type EventsShown = "upcoming" | "past" | "week" | "month";

/** Events of a page: so many are drawn at a time, which takes a slow processor no longer than a frame or two. */
const laterPage = 25;

/** Where the list of a filter comes from. */
export function listPath(
  when: "upcoming" | "past",
  filter: EventFilter,
): string {
  const query = filterQuery(filter);
  query.set("when", when);
  return `/api/events?${query.toString()}`;
}

/** What a filter asks the backend for. */
export function filterQuery(filter: EventFilter): URLSearchParams {
  const { groupId, search, state } = filter;
  return new URLSearchParams({
    ...(search !== "" && { search }),
    ...(state !== null && { state }),
    ...(groupId !== null && { groupId }),
  });
}

interface EventPages {
  /** Empty until the first is there. */
  pages: readonly ListPage[];
  hasMore: boolean;
  /** Why the page that was asked for last is not there; null: nothing is wrong. */
  error: ApiError | null;
  /** Reads a page if it is not there or not fresh; one behind the last is the next. */
  want: (index: number) => void;
  reload: () => void;
  /** Shows one of the events as it is by now. */
  replace: (event: EventSummary) => void;
}

/** The events of one path, page after page. `kept`: as they were when they were left. */
export function useEventPages(path: string, kept: KeptList | null): EventPages {
  const api = useApi();
  const [pages, setPages] = useState(() => agedPages(kept?.pages ?? []));
  const [error, setError] = useState<ApiError | null>(null);
  const asked = useRef(new Set<string | null>());

  const read = useCallback(
    async (cursor: string | null) => {
      if (asked.current.has(cursor)) return;
      asked.current.add(cursor);
      try {
        const list = await api.request({
          path: cursor === null ? path : laterPath(path, cursor),
          read: ownBackend<EventList>,
        });
        setPages((now) => placePage(now, cursor, list));
        setError(null);
      } catch (failure) {
        setError(asApiError(failure));
      } finally {
        asked.current.delete(cursor);
      }
    },
    [api, path],
  );
  const reload = useCallback(() => {
    setError(null);
    void read(null);
  }, [read]);
  useEffect(() => void read(null), [read]);
  const replace = useCallback(
    (event: EventSummary) => setPages((now) => withEvent(now, event)),
    [],
  );

  useRetry(error, reload);
  useOnlineAgain(() => {
    // Nothing may have failed meanwhile, and the list be old all the same.
    setPages(agedPages);
    reload();
  });

  const last = pages.at(-1);
  const end = last?.nextCursor ?? null;
  const want = useCallback(
    (index: number) => {
      // What failed is tried again at a wish, not by itself.
      if (error) return;
      const page = pages[index];
      const cursor = page ? page.cursor : end;
      if (page?.isFresh || (index > 0 && cursor === null)) return;
      void read(cursor);
    },
    [pages, end, read, error],
  );
  return { pages, hasMore: end !== null, error, want, reload, replace };
}

function laterPath(path: string, cursor: string): string {
  return `${path}&limit=${laterPage}&cursor=${encodeURIComponent(cursor)}`;
}
