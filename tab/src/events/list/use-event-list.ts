import { useState } from "react";
import type {
  EventList,
  EventSummary,
  ListedState,
} from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError, type ApiError } from "../../api-client/api-error.ts";
import { ownBackend } from "../../api-client/own-backend.ts";
import { useLoaded, type Loaded } from "../../api-client/use-loaded.ts";

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

interface LaterPages {
  path: string;
  events: EventSummary[];
  nextCursor: string | null;
  loading: boolean;
  error: ApiError | null;
}

/** Where the list of the first page comes from that asks for nothing in particular. */
export const firstListPath = "/api/events?when=upcoming";

/** The events that a filter shows, page after page. */
export function useEventList(
  when: "upcoming" | "past",
  filter: EventFilter,
): {
  first: Loaded<EventList>;
  events: EventSummary[];
  hasMore: boolean;
  loadingMore: boolean;
  moreError: ApiError | null;
  loadMore: () => void;
  reload: () => void;
  /** Shows one of the events as it is by now. */
  replace: (event: EventSummary) => void;
} {
  const api = useApi();
  const query = filterQuery(filter);
  query.set("when", when);
  const path = `/api/events?${query.toString()}`;
  const { loaded, reload, update } = useLoaded(path, (signal) =>
    api.request({ path, signal, read: ownBackend<EventList> }),
  );
  const [kept, setKept] = useState<LaterPages | null>(null);
  const later = kept?.path === path ? kept : null;
  const firstPage = loaded.state === "ready" ? loaded.value : null;
  const cursor = later ? later.nextCursor : (firstPage?.nextCursor ?? null);

  async function loadMore(): Promise<void> {
    if (cursor === null || later?.loading) return;
    setKept({
      path,
      events: later?.events ?? [],
      nextCursor: cursor,
      loading: true,
      error: null,
    });
    let add: (before: LaterPages) => LaterPages;
    try {
      const page = await api.request({
        path: `${path}&cursor=${encodeURIComponent(cursor)}`,
        read: ownBackend<EventList>,
      });
      const { nextCursor } = page;
      add = (before) => ({
        ...before,
        events: [...before.events, ...page.events],
        nextCursor,
        loading: false,
      });
    } catch (error) {
      const failure = asApiError(error);
      add = (before) => ({ ...before, loading: false, error: failure });
    }
    // The filter may have changed meanwhile: then this page belongs to nothing that is shown.
    setKept((now) =>
      now?.path === path && now.loading && now.nextCursor === cursor
        ? add(now)
        : now,
    );
  }

  return {
    first: loaded,
    events: [...(firstPage?.events ?? []), ...(later?.events ?? [])],
    hasMore: cursor !== null,
    loadingMore: later?.loading ?? false,
    moreError: later?.error ?? null,
    replace: (event) => {
      const renew = <L extends { events: EventSummary[] }>(list: L): L => ({
        ...list,
        events: list.events.map((one) => (one.id === event.id ? event : one)),
      });
      update(renew);
      setKept((now) => now && renew(now));
    },
    loadMore: () => void loadMore(),
    reload: () => {
      setKept(null);
      reload();
    },
  };
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
