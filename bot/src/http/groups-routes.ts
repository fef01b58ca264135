import { z } from "zod";
import { appointSchema, groupChangeSchema } from "../../contract/groups.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { forbidden, notFound } from "../errors.ts";
import { changeGroup } from "../groups/change-group.ts";
import { listMyGroups } from "../groups/group-store.ts";
import { listAllGroups } from "../groups/list-all-groups.ts";
import { appoint } from "../groups/leads/appoint.ts";
import { findMembers } from "../groups/leads/find-members.ts";
import { listLeads } from "../groups/leads/list-leads.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type ApiRequest, type RouteDeps } from "./routes.ts";

const searchSchema = z.object({
  search: z.string().trim().max(200, "Search for something shorter."),
});

/** Groups: their settings, and who leads them. */
export function addGroupsRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; enqueue: Enqueue },
): void {
  addApiRoute(deps, "get", "/api/groups", async ({ actor }) => ({
    body: await listMyGroups(deps.db, actor),
  }));

  addApiRoute(deps, "get", "/api/organization/groups", async ({ actor }) => {
    if (!may(actor, { action: "groups.oversee" }))
      throw forbidden(
        "Only administrators of ERG Events see every group. Ask one of them.",
      );
    return { body: { groups: await listAllGroups(deps.db) } };
  });

  addApiRoute(deps, "put", "/api/groups/:id", async (request) => {
    const of = ofGroup(request);
    await changeGroup(deps, {
      ...of,
      change: parseRequest(groupChangeSchema, await request.json()),
    });
    const groups = await listMyGroups(deps.db, request.actor);
    return { body: groups.find((group) => group.id === of.groupId) };
  });

  addApiRoute(deps, "get", "/api/groups/:id/leads", async (request) => ({
    body: await listLeads(deps.db, ofGroup(request)),
  }));

  addApiRoute(deps, "get", "/api/groups/:id/members", async (request) => ({
    body: await findMembers(deps.db, {
      ...ofGroup(request),
      ...parseRequest(searchSchema, {
        search: request.query.get("search") ?? "",
      }),
    }),
  }));

  addApiRoute(
    deps,
    "put",
    "/api/groups/:id/roles/:objectId",
    async (request) => {
      const of = ofGroup(request);
      const { role } = parseRequest(appointSchema, await request.json());
      const objectId = request.params["objectId"] ?? "";
      await appoint(deps, { ...of, objectId, role });
      return {
        body: await listLeads(deps.db, of),
      };
    },
  );
}

/** @throws {AppError} 404 */
function ofGroup({ actor, params }: Pick<ApiRequest, "actor" | "params">) {
  const id = z.uuid().safeParse(params["id"]);
  if (!id.success) throw notFound("group");
  return { actor, groupId: id.data };
}
