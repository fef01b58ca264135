import type { SendingLimits } from "../audience/plan-sending.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { liveView } from "../events/live-view.ts";
import { readSharedView, type SharedView } from "../events/shared-view.ts";
import { viewerNow, viewerOf } from "../events/viewer.ts";
import { newsOf } from "../events/news-of.ts";
import type { EventWatch } from "../events/watch-events.ts";
import type { ApiRequest } from "./routes.ts";

/** A comment line this often keeps proxies from closing a quiet stream, in milliseconds. */
const keepAliveMs = 20_000;

/**
 * Streams an event's live part as server-sent events until the viewer leaves or the token expires;
 * the client then opens a new stream, and what it may see is decided afresh.
 */
export async function streamEvent(
  deps: {
    db: Db;
    clock: Clock;
    sendingLimits: SendingLimits;
    watch: EventWatch;
    /** Aborted when this backend ends. */
    ending: AbortSignal;
  },
  request: ApiRequest,
  eventId: string,
): Promise<void> {
  const { actor, req, res } = request;
  const beginning = viewerOf(actor, await loadSeenEvent(deps, actor, eventId));

  res.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
  });
  let last = "";
  const show = (view: SharedView | null): void => {
    if (view === null) {
      // Who comes back is told that there is no such event.
      res.end();
      return;
    }
    const viewer = viewerNow(actor, view);
    if (viewer === null) {
      res.end();
      return;
    }
    const live = liveView(view, viewer);
    const news = newsOf(live);
    if (res.writableEnded) return;
    if (news === last) {
      // Before its end what leads do to an event is nobody else's business, nor that they do something.
      if (viewer.leads || view.event.ends_at <= view.readAt)
        res.write("event: changed\ndata: \n\n");
      return;
    }
    last = news;
    res.write(`event: live\ndata: ${JSON.stringify(live)}\n\n`);
  };
  const unwatch = deps.watch.watch(eventId, show);
  const keepAlive = setInterval(() => res.write(": \n\n"), keepAliveMs);
  const expiry = setTimeout(
    () => res.end(),
    Math.max(0, request.tokenExpiresAt.getTime() - deps.clock.now().getTime()),
  );
  const end = (): void => void res.end();
  deps.ending.addEventListener("abort", end);
  const stop = (): void => {
    deps.ending.removeEventListener("abort", end);
    unwatch();
    clearInterval(keepAlive);
    clearTimeout(expiry);
  };
  req.on("close", stop);
  res.on("close", stop);
  if (deps.ending.aborted) return end();
  // After the watch began, so that no change falls between.
  const first = await readTogether(deps.db, async (db) => {
    const { event } = await loadSeenEvent({ ...deps, db }, actor, eventId);
    return readSharedView({ ...deps, db }, event, beginning);
  });
  // What the watch has told meanwhile is newer.
  if (last === "") show(first);
}
