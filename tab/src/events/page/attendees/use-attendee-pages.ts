import { useEffect, useEffectEvent, useState } from "react";
import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import {
  attendeePageSize,
  type AttendeeQuery,
} from "../../../../../bot/contract/found-attendees.ts";
import { asApiError, type ApiError } from "../../../api-client/api-error.ts";
import { useApi } from "../../../api-client/api.ts";
import { useRetry } from "../../../api-client/use-retry.ts";
import { findAttendees } from "../../event-requests.ts";
import {
  errorAmong,
  noPages,
  withPage,
  withoutPage,
  type HeldPages,
} from "./held-pages.ts";

/**
 * The attendees of a large event: the backend sorts and filters, and only those pages are loaded that somebody looks at.
 * With each beat what is looked at is loaded anew; until then the earlier page stays. What got no
 * answer is asked for again by itself.
 */
export function useAttendeePages(asked: {
  id: string;
  query: AttendeeQuery;
  /** Counts how often the attendees have changed: a page of a time between is not taken for one of now. */
  beat: number;
}): {
  count: number | null;
  /** Undefined: not loaded yet. */
  at: (place: number) => Attendee | undefined;
  /** Tells which are looked at, by place. */
  show: (first: number, last: number) => void;
  error: ApiError | null;
  reload: () => void;
} {
  const api = useApi();
  const { id, query } = asked;
  const key = JSON.stringify([id, query]);
  const [held, setHeld] = useState(noPages(key));
  const [looked, setLooked] = useState({ key, first: 0, last: 0 });
  const [attempt, setAttempt] = useState(0);
  const beat = `${asked.beat}/${attempt}`;
  const now = held.key === key ? held : noPages(key);
  const { first, last } = looked.key === key ? looked : { first: 0, last: 0 };

  const load = useEffectEvent((page: number, signal: AbortSignal) => {
    if (now.pages.get(page)?.beat === beat) return;
    const keep = (change: (before: HeldPages) => HeldPages) => {
      if (signal.aborted) return;
      setHeld((before) => change(before.key === key ? before : noPages(key)));
    };
    const from = page * attendeePageSize;
    findAttendees(api, { id, query, from, signal }).then(
      (found) => keep((before) => withPage(before, { page, beat, found })),
      (reason: unknown) => {
        const error = asApiError(reason);
        keep((before) => withoutPage(before, { page, error }));
      },
    );
  });

  useEffect(() => {
    const ending = new AbortController();
    for (let page = first; page <= last; page += 1) load(page, ending.signal);
    return () => ending.abort();
  }, [key, beat, first, last]);

  const error = errorAmong(now, { first, last });
  const reload = () => setAttempt((n) => n + 1);
  useRetry(error, reload);

  return {
    count: now.count,
    at: (place) =>
      now.pages.get(Math.floor(place / attendeePageSize))?.attendees[
        place % attendeePageSize
      ],
    show: (from, until) => {
      const next = {
        key,
        first: Math.floor(from / attendeePageSize),
        last: Math.floor(until / attendeePageSize),
      };
      if (next.first !== first || next.last !== last) setLooked(next);
    },
    error,
    reload,
  };
}
