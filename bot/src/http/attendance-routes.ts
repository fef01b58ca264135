import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { downloadAttendance } from "../attendance/download/download-attendance.ts";
import { eventIdOf } from "./event-request.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";
import { sendDownload } from "./send-download.ts";

/** Who came to an event. */
export function addAttendanceRoutes(
  deps: RouteDeps & { db: Db; clock: Clock },
): void {
  addApiRoute(
    deps,
    "get",
    "/api/events/:id/attendance.csv",
    async (request) => {
      const download = await downloadAttendance(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
      });
      await sendDownload(request.res, download);
      return "streamed";
    },
  );
}
