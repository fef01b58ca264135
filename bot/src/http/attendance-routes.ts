import { z } from "zod";
import { attendanceFilterSchema } from "../../contract/attendance.ts";
import { downloadAttendance } from "../attendance/download/download-attendance.ts";
import { listPeople } from "../attendance/list-people.ts";
import { viewAttendance } from "../attendance/view-attendance.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { eventIdOf } from "./event-request.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";
import { sendDownload } from "./send-download.ts";

const peopleQuerySchema = z.object({
  filter: attendanceFilterSchema,
  search: z.string().trim().max(200, "Search for something shorter."),
  cursor: z.string().max(2000).nullable(),
});

/** Who came to an event. */
export function addAttendanceRoutes(
  deps: RouteDeps & { db: Db; clock: Clock },
): void {
  addApiRoute(deps, "get", "/api/events/:id/attendance", async (request) => ({
    body: await viewAttendance(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
    }),
  }));

  addApiRoute(
    deps,
    "get",
    "/api/events/:id/attendance/people",
    async (request) => ({
      body: await listPeople(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        ...parseRequest(peopleQuerySchema, {
          filter: request.query.get("filter") ?? "all",
          search: request.query.get("search") ?? "",
          cursor: request.query.get("cursor"),
        }),
      }),
    }),
  );

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
