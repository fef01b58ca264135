import { useState } from "react";
import {
  eventHistorySchema,
  type EventHistory,
  type HistoryEntry,
} from "../../../../../bot/contract/event-history.ts";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import { useKept } from "../../../api-client/use-kept.ts";

const readHistory = parserOf(eventHistorySchema);

/** What happened to an event, page by page. Nothing of it ever changes, so what was loaded once is kept. */
export function useHistory(asked: {
  id: string;
  /** Another one when something may have happened. */
  beat: string;
}): {
  /** The newest first; null: nothing has come yet. */
  entries: HistoryEntry[] | null;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
  error: ApiError | null;
  reload: () => void;
} {
  const api = useApi();
  const path = `/api/events/${asked.id}/history`;
  const newest = useKept<EventHistory>(
    { key: path, beat: asked.beat },
    (signal) => api.request({ path, signal, read: readHistory }),
  );
  const [older, setOlder] = useState<EventHistory | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<ApiError | null>(null);
  const nextCursor = (older ?? newest.value)?.nextCursor ?? null;

  async function loadMore(cursor: string): Promise<void> {
    setLoadingMore(true);
    setMoreError(null);
    try {
      const page = await api.request({
        path: `${path}?cursor=${cursor}`,
        read: readHistory,
      });
      // With what was loaded before, so that nothing is missing between it and newer pages.
      const before = older ?? newest.value;
      setOlder({
        entries: [...(before?.entries ?? []), ...page.entries],
        nextCursor: page.nextCursor,
      });
    } catch (error) {
      setMoreError(asApiError(error));
    }
    setLoadingMore(false);
  }

  return {
    entries: newest.value && together(newest.value, older),
    hasMore: nextCursor !== null,
    loadingMore,
    loadMore: () => {
      if (nextCursor !== null && !loadingMore) void loadMore(nextCursor);
    },
    error: newest.error ?? moreError,
    reload: newest.reload,
  };
}

function together(
  newest: EventHistory,
  older: EventHistory | null,
): HistoryEntry[] {
  const known = new Set(newest.entries.map(({ id }) => id));
  const further = older?.entries.filter(({ id }) => !known.has(id)) ?? [];
  return [...newest.entries, ...further];
}
