import { Hono } from "hono";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Team } from "../world/world-seed.ts";
import { personByMemberId, type Connector } from "./connector.ts";
import {
  badArgument,
  botDisabled,
  ConnectorError,
  conversationNotFound,
} from "./connector-error.ts";
import {
  findConversation,
  memberResource,
  membersOf,
  requireInstalled,
} from "./conversation.ts";
import { isInChannel } from "./installations.ts";

/** Teams: Get Teams specific context for your bot: pages hold 50 to 500 members, 200 by default. */
const smallestPage = 50;
const largestPage = 500;
const usualPage = 200;

export function rosterRoutes(connector: Connector): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();
  const { simulation, limiter } = connector;

  routes.get("/connector/v3/conversations/:id/pagedmembers", (c) => {
    limiter.take("getMembers", c.req.param("id"));
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
    limiter.take("getMembers", c.req.param("id"));
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

  // The General channel comes without a name.
  routes.get("/connector/v3/teams/:teamId/conversations", (c) => {
    const team = installedTeam(c.req.param("teamId"));
    const { listedChannels } = simulation.settings.current();
    const listed = team.channels.filter((channel) =>
      listedChannels === "standard"
        ? channel.membershipType === "standard"
        : isInChannel(simulation, team, channel),
    );
    return c.json({
      conversations: listed.map(({ id, name, membershipType }) => ({
        id,
        name: id === team.id ? null : name,
        type: membershipType,
      })),
    });
  });

  return routes;

  function installedTeam(id: string): Team {
    limiter.take("getConversations", id);
    if (simulation.settings.current().botDisabledByAdmin) throw botDisabled();
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
  throw badArgument("The continuation token is not valid.");
}
