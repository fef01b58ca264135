import type { LinkBases } from "../cards/render/card-links.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { downloadCalendarFile } from "../events/calendar-file/download-calendar-file.ts";
import { eventIdOf } from "./event-request.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";
import { sendDownload } from "./send-download.ts";

/** An event to take into a calendar. */
export function addCalendarFileRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; linkBases: LinkBases },
): void {
  addApiRoute(deps, "get", "/api/events/:id/calendar.ics", async (request) => {
    const download = await downloadCalendarFile(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
    });
    await sendDownload(request.res, download);
    return "streamed";
  });
}
