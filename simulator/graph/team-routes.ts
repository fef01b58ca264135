import { Hono } from "hono";
import { installationsOf } from "../connector/installations.ts";
import type { Simulation } from "../simulation.ts";
import type { Person, Team } from "../world/world-seed.ts";
import type { Caller } from "./caller.ts";
import {
  metadataUrl,
  type Graph,
  type GraphEnvironment,
  type GraphRequest,
} from "./graph-context.ts";
import { badRequest, GraphError, notImplemented } from "./graph-error.ts";

/** Graph: List members of team: pages hold 100 members, 999 at most. */
const usualPage = 100;
const largestPage = 999;
const readers = ["TeamMember.Read.All", "TeamMember.ReadWrite.All"];

export function teamRoutes(graph: Graph): Hono<GraphEnvironment> {
  const routes = new Hono<GraphEnvironment>();
  const { simulation } = graph;

  routes.get("/teams/:groupId/members", (c) => {
    const groupId = c.req.param("groupId");
    const team = simulation.directory.team(groupId);
    // Graph knows a team by its group; the thread id is the Bot Framework's.
    const known = team?.groupId === groupId ? team : undefined;
    requireReader(simulation, c.get("caller"), known);
    if (!known) {
      throw new GraphError({
        status: 404,
        code: "NotFound",
        message: `No team found with Group Id ${groupId}`,
      });
    }
    const { from, top } = readPage(c);
    const members = known.memberIds.flatMap(
      (id) => simulation.directory.person(id) ?? [],
    );
    const page = members.slice(from, from + top);
    const to = from + page.length;
    return c.json({
      "@odata.context": metadataUrl(graph, `teams('${groupId}')/members`),
      "@odata.count": page.length,
      ...(to < members.length
        ? { "@odata.nextLink": nextLink(graph, { groupId, top, to }) }
        : {}),
      value: page.map((person) => memberOf(simulation, known, person)),
    });
  });

  return routes;
}

/**
 * Teams: Resource-specific consent: TeamMember.Read.Group lets the app itself read the members of
 * the teams that have it, whoever granted nothing else.
 */
function requireReader(
  simulation: Simulation,
  caller: Caller,
  team: Team | undefined,
): void {
  const isApp = caller.kind === "appOnly";
  const granted = isApp ? caller.roles : caller.scopes;
  if (readers.some((name) => granted.includes(name))) return;
  const isInstalled =
    team !== undefined && installationsOf(simulation).get(team.id);
  const { rscGranted } = simulation.settings.current();
  if (isApp && isInstalled && rscGranted) return;
  throw new GraphError({
    status: 403,
    code: "Forbidden",
    // Seen in reports of other people's programs.
    message: isApp
      ? `Missing role permissions on the request. API requires one of '${readers.join(", ")}, TeamMember.Read.Group'. Roles on the request '${granted.join(", ")}'. Resource specific consent grants on the request ''.`
      : `Missing scope permissions on the request. API requires one of '${readers.join(", ")}'. Scopes on the request '${granted.join(", ")}'`,
  });
}

/** Graph: aadUserConversationMember resource type. The id is opaque. */
function memberOf(simulation: Simulation, team: Team, person: Person) {
  const id = Buffer.from(`${team.groupId}##${person.id}`).toString("base64");
  return {
    "@odata.type": "#microsoft.graph.aadUserConversationMember",
    id,
    roles: team.ownerIds.includes(person.id) ? ["owner"] : [],
    displayName: person.displayName,
    visibleHistoryStartDateTime: "0001-01-01T00:00:00Z",
    userId: person.id,
    email: person.mail,
    tenantId: simulation.directory.tenant.id,
  };
}

/** A filter on roles works only under conditions (Graph: Known issues), so that there is none here. */
function readPage(c: GraphRequest): { from: number; top: number } {
  const query = new URL(c.req.url).searchParams;
  for (const name of query.keys()) {
    if (!["$top", "$skiptoken"].includes(name)) {
      throw notImplemented(`the query option ${name} here`);
    }
  }
  const top = Number(query.get("$top") ?? usualPage);
  if (!Number.isInteger(top) || top < 1 || top > largestPage) {
    throw badRequest(
      "BadRequest",
      `The value of $top must be between 1 and ${largestPage}.`,
    );
  }
  return { from: readSkipToken(query.get("$skiptoken")), top };
}

function nextLink(
  graph: Graph,
  page: { groupId: string; top: number; to: number },
): string {
  const { groupId, top, to } = page;
  const token = Buffer.from(`from:${to}`).toString("base64url");
  return `${graph.simulation.addresses.graphBaseUrl}/teams/${groupId}/members?$top=${top}&$skiptoken=${token}`;
}

function readSkipToken(token: string | null): number {
  if (token === null) return 0;
  const text = Buffer.from(token, "base64url").toString("utf8");
  const from = /^from:(\d+)$/.exec(text)?.[1];
  if (from !== undefined) return Number(from);
  throw badRequest("BadRequest", "The $skiptoken is not valid.");
}
