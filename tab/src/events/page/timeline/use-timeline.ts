import { useState } from "react";
import type { GivenAnswer } from "../../../../../bot/contract/answer.ts";
import type {
  Timeline,
  TimelineEntry,
} from "../../../../../bot/contract/timeline.ts";
import { useApi } from "../../../api-client/api.ts";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { loadAnswers } from "../../event-requests.ts";
import {
  shownAnswers,
  startTimeline,
  takeLive,
  takeOlder,
  type HeldTimeline,
} from "./held-timeline.ts";

/** The answers to an event as they came: those of the stream, and older ones page by page. */
export function useTimeline(given: {
  eventId: string;
  version: number;
  live: Timeline;
}): {
  /** Those that the filter shows. */
  answers: TimelineEntry[];
  filter: GivenAnswer | null;
  hasMore: boolean;
  loading: boolean;
  error: ApiError | null;
  loadMore: () => void;
  choose: (filter: GivenAnswer | null) => void;
} {
  const api = useApi();
  const [kept, setKept] = useState(() => startTimeline(given, null));
  const [asking, setAsking] = useState<HeldTimeline | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const held = takeLive(kept, given);
  if (held !== kept) setKept(held);

  async function loadOlder(from: HeldTimeline): Promise<void> {
    const { filter, nextCursor } = from;
    if (nextCursor === null) return;
    setAsking(from);
    setError(null);
    try {
      const page = await loadAnswers(api, {
        id: given.eventId,
        cursor: nextCursor,
        answer: filter,
      });
      setKept((now) => takeOlder(now, from, page));
    } catch (failure) {
      setError(asApiError(failure));
    }
    // Another filter may have been chosen meanwhile, and asks for its own.
    setAsking((now) => (now === from ? null : now));
  }

  return {
    answers: shownAnswers(held),
    filter: held.filter,
    hasMore: held.nextCursor !== null,
    loading: asking !== null,
    error,
    loadMore: () => {
      if (asking === null) void loadOlder(held);
    },
    choose: (filter) => {
      const next = startTimeline(given, filter);
      setKept(next);
      setAsking(null);
      setError(null);
      // Of one kind there may be few among the newest.
      if (filter !== null) void loadOlder(next);
    },
  };
}
