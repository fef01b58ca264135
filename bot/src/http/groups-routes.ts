import { z } from "zod";
import { groupChangeSchema } from "../../contract/groups.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { notFound } from "../errors.ts";
import { changeGroup } from "../groups/change-group.ts";
import { listMyGroups } from "../groups/group-store.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

export function addGroupsRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; enqueue: Enqueue },
): void {
  addApiRoute(deps, "get", "/api/groups", async ({ actor }) => ({
    body: await listMyGroups(deps.db, actor),
  }));

  addApiRoute(deps, "put", "/api/groups/:id", async (request) => {
    const id = z.uuid().safeParse(request.params["id"]);
    if (!id.success) throw notFound("group");
    await changeGroup(deps, {
      actor: request.actor,
      groupId: id.data,
      change: parseRequest(groupChangeSchema, await request.json()),
    });
    const groups = await listMyGroups(deps.db, request.actor);
    return { body: groups.find((group) => group.id === id.data) };
  });
}
