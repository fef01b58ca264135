import { Hono } from "hono";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Simulation } from "../simulation.ts";
import type { Team } from "../world/world-seed.ts";
import { personByMemberId } from "./connector.ts";
import { ConnectorError, conversationNotFound } from "./connector-error.ts";
import {
  findConversation,
  memberResource,
  membersOf,
  requireInstalled,
} from "./conversation.ts";

/** Teams: Get Teams specific context for your bot: pages hold 50 to 500 members, 200 by default. */
const smallestPage = 50;
const largestPage = 500;
const usualPage = 200;

export function rosterRoutes(simulation: Simulation): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();

  routes.get("/connector/v3/conversations/:id/pagedmembers", (c) => {
    const conversation = findConversation(simulation, c.req.param("id"));
    const members = membersOf(simulation, conversation);
    const asked = Number(c.req.query("pageSize") ?? usualPage);
    const isFitting = asked >= smallestPage && asked <= largestPage;
    const pageSize = isFitting ? asked : usualPage;
    const from = readToken(c.req.query("continuationToken"));
    const to = from + pageSize;
    return c.json({
      members: members
        .slice(from, to)
        .map((person) => memberResource(simulation, person)),
      ...(to < members.length ? { continuationToken: writeToken(to) } : {}),
    });
  });

  routes.get("/connector/v3/conversations/:id/members/:memberId", (c) => {
    const conversation = findConversation(simulation, c.req.param("id"));
    const person = personByMemberId(simulation, c.req.param("memberId"));
    const isMember =
      person && membersOf(simulation, conversation).includes(person);
    if (!isMember) {
      throw new ConnectorError(
        404,
        "MemberNotFoundInConversation",
        "The member was not found in the conversation.",
      );
    }
    return c.json(memberResource(simulation, person));
  });

  routes.get("/connector/v3/teams/:teamId", (c) => {
    const team = installedTeam(c.req.param("teamId"));
    return c.json({
      id: team.id,
      name: team.name,
      aadGroupId: team.groupId,
      type: "standard",
      channelCount: team.channels.length,
      memberCount: team.memberIds.length,
      tenantId: simulation.directory.tenant.id,
    });
  });

  // A bot sees the standard channels; the General channel comes without a name.
  routes.get("/connector/v3/teams/:teamId/conversations", (c) => {
    const team = installedTeam(c.req.param("teamId"));
    const standard = team.channels.filter(
      ({ membershipType }) => membershipType === "standard",
    );
    return c.json({
      conversations: standard.map(({ id, name }) => ({
        id,
        name: id === team.id ? null : name,
        type: "standard",
      })),
    });
  });

  return routes;

  function installedTeam(id: string): Team {
    const team = simulation.directory.team(id);
    if (!team) throw conversationNotFound();
    requireInstalled(simulation, team);
    return team;
  }
}

function writeToken(from: number): string {
  return Buffer.from(`from:${from}`).toString("base64url");
}

function readToken(token: string | undefined): number {
  if (token === undefined || token === "") return 0;
  const text = Buffer.from(token, "base64url").toString("utf8");
  const from = /^from:(\d+)$/.exec(text)?.[1];
  if (from !== undefined) return Number(from);
  throw new ConnectorError(
    400,
    "BadArgument",
    "The continuation token is not valid.",
  );
}
