import { useEffect, useEffectEvent, useState } from "react";
import {
  eventLiveSchema,
  type EventDetail,
} from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { followStream } from "../../api-client/follow-stream.ts";
import { parserOf } from "../../api-client/parser-of.ts";
import { useLoaded, type Loaded } from "../../api-client/use-loaded.ts";
import { loadEvent } from "../event-requests.ts";
import { needsReload, withLive } from "./live-event.ts";

const readLive = parserOf(eventLiveSchema);

/** One event, kept up to date by the backend's stream while the page is open. */
export function useLiveEvent(id: string): {
  loaded: Loaded<EventDetail>;
  /** False while the stream is broken: what is shown may be old. */
  connected: boolean;
  /** Counts what the stream told, of changes too that the event itself does not show, such as who came. */
  news: number;
  reload: () => void;
  replace: (event: EventDetail) => void;
} {
  const api = useApi();
  const [connected, setConnected] = useState(true);
  const [news, setNews] = useState(0);
  const { loaded, loads, reload, replace } = useLoaded(id, (signal) =>
    loadEvent(api, { id, signal }),
  );
  const version = loaded.state === "ready" ? loaded.value.version : null;

  const takeNews = useEffectEvent((data: string) => {
    if (loaded.state !== "ready") return;
    const live = readLive(JSON.parse(data));
    const event = loaded.value;
    if (needsReload(event, live)) reload();
    // The version stays that of the text on the page, so that a change of text that nobody has read is not overwritten.
    replace({ ...withLive(event, live), version: event.version });
  });

  const refused = useEffectEvent(reload);

  useEffect(() => {
    if (version === null) return;
    const ending = new AbortController();
    void followStream({
      api,
      path: `/api/events/${id}/stream`,
      on: {
        live: (data) => {
          setNews((n) => n + 1);
          takeNews(data);
        },
        changed: () => setNews((n) => n + 1),
      },
      onConnected: setConnected,
      signal: ending.signal,
    }).then(() => {
      // Refused for good: it was taken back, or is not for this person's eyes any more.
      if (!ending.signal.aborted) refused();
    });
    return () => ending.abort();
    // What was loaded, and a new version, may be older than what the stream has told: its first message is newer.
  }, [api, id, version, loads]);

  return { loaded, connected, news, reload, replace };
}
