import { z } from "zod";
import {
  addToRoomSchema,
  attendanceFilterSchema,
  tickRoomSchema,
} from "../../contract/attendance.ts";
import { listPeople } from "../attendance/list-people.ts";
import { addToRoom } from "../attendance/room/add-to-room.ts";
import { tickPerson } from "../attendance/room/tick-person.ts";
import { askForThanks } from "../attendance/thanks/ask-for-thanks.ts";
import { viewAttendance } from "../attendance/view-attendance.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { eventIdOf, idempotencyKeyOf } from "./event-request.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type ApiRequest, type RouteDeps } from "./routes.ts";

const peopleQuerySchema = z.object({
  filter: attendanceFilterSchema,
  search: z.string().trim().max(200, "Search for something shorter."),
  cursor: z.string().max(2000).nullable(),
});

/** Who came to an event. */
export function addAttendanceRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; enqueue: Enqueue },
): void {
  const view = async (request: ApiRequest) => ({
    body: await viewAttendance(deps, {
      actor: request.actor,
      eventId: eventIdOf(request),
    }),
  });

  addApiRoute(deps, "get", "/api/events/:id/attendance", view);

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
    "put",
    "/api/events/:id/attendance/room",
    async (request) => {
      await tickPerson(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        wanted: parseRequest(tickRoomSchema, await request.json()),
      });
      return view(request);
    },
  );

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/attendance/room",
    async (request) => {
      await addToRoom(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        wanted: parseRequest(addToRoomSchema, await request.json()),
        idempotencyKey: idempotencyKeyOf(request),
      });
      return view(request);
    },
  );

  addApiRoute(
    deps,
    "post",
    "/api/events/:id/attendance/thanks",
    async (request) => {
      await askForThanks(deps, {
        actor: request.actor,
        eventId: eventIdOf(request),
        idempotencyKey: idempotencyKeyOf(request),
      });
      return view(request);
    },
  );
}
