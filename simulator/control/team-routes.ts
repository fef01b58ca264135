import { Hono } from "hono";
import { z } from "zod";
import {
  addChannel,
  addMember,
  addOwner,
  archiveTeam,
  deleteChannel,
  removeMember,
  removeOwner,
  renameChannel,
  renameTeam,
  restoreChannel,
  type TeamChange,
} from "../connector/change-team.ts";
import type { Connector } from "../connector/connector.ts";
import {
  addAppToChannel,
  blockBot,
  installPersonally,
  removeAppFromChannel,
  uninstallPersonally,
} from "../connector/install-app.ts";
import { requirePerson } from "./conversation-desk.ts";
import { readBody } from "./read-body.ts";
import {
  requireDeletedChannel,
  requireDone,
  requireFreeName,
  requireOtherOwner,
  requireOwnChannel,
  teamChange,
} from "./team-desk.ts";

const name = z.string().trim().min(1).max(50);
const byPerson = z.strictObject({ personId: z.string() });
const teamSchema = z.strictObject({
  name: name.optional(),
  isArchived: z.boolean().optional(),
  by: z.string().optional(),
});
const channelSchema = z.strictObject({
  name,
  membershipType: z.enum(["standard", "private", "shared"]).default("standard"),
  memberIds: z.array(z.string()).optional(),
  by: z.string().optional(),
});
const blocksSchema = z.strictObject({ blocked: z.boolean() });

/** What owners do with their teams, and everybody with the personal app. */
export function teamRoutes(connector: Connector): Hono {
  const routes = new Hono();
  const { simulation } = connector;
  const change = (team: string, by?: string): TeamChange =>
    teamChange(simulation, { team, by });
  const person = (id: string) => requirePerson(simulation, id);

  routes.patch("/teams/:teamId", async (c) => {
    const input = teamSchema.parse(await readBody(c));
    const teamId = c.req.param("teamId");
    if (input.name !== undefined) {
      renameTeam(connector, change(teamId, input.by), input.name);
    }
    if (input.isArchived !== undefined) {
      archiveTeam(connector, change(teamId, input.by), input.isArchived);
    }
    return c.body(null, 204);
  });

  routes.post("/teams/:teamId/members", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    addMember(connector, change(c.req.param("teamId")), person(personId));
    return c.body(null, 204);
  });

  routes.delete("/teams/:teamId/members", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    const changed = change(c.req.param("teamId"));
    requireOtherOwner(changed.team, personId);
    removeMember(connector, changed, person(personId));
    return c.body(null, 204);
  });

  routes.post("/teams/:teamId/owners", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    addOwner(connector, change(c.req.param("teamId")), person(personId));
    return c.body(null, 204);
  });

  routes.delete("/teams/:teamId/owners", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    const changed = change(c.req.param("teamId"));
    requireOtherOwner(changed.team, personId);
    removeOwner(connector, changed, person(personId));
    return c.body(null, 204);
  });

  routes.post("/teams/:teamId/channels", async (c) => {
    const { by, ...wanted } = channelSchema.parse(await readBody(c));
    const changed = change(c.req.param("teamId"), by);
    requireFreeName(changed.team, wanted.name);
    return c.json(addChannel(connector, changed, wanted), 201);
  });

  routes.patch("/teams/:teamId/channels/:channelId", async (c) => {
    const input = z.strictObject({ name }).parse(await readBody(c));
    const changed = change(c.req.param("teamId"));
    const channel = requireOwnChannel(changed.team, c.req.param("channelId"));
    renameChannel(connector, changed, { channel, name: input.name });
    return c.body(null, 204);
  });

  routes.delete("/teams/:teamId/channels/:channelId", (c) => {
    const changed = change(c.req.param("teamId"));
    const channel = requireOwnChannel(changed.team, c.req.param("channelId"));
    deleteChannel(connector, changed, channel);
    return c.body(null, 204);
  });

  routes.post("/teams/:teamId/channels/:channelId/restore", (c) => {
    const changed = change(c.req.param("teamId"));
    const id = c.req.param("channelId");
    const channel = requireDeletedChannel(changed.team, id);
    restoreChannel(connector, changed, channel);
    return c.body(null, 204);
  });

  routes.post("/teams/:teamId/channels/:channelId/app", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    const { teamId, channelId } = c.req.param();
    requireDone(addAppToChannel(connector, { teamId, channelId, personId }));
    return c.body(null, 204);
  });

  routes.delete("/teams/:teamId/channels/:channelId/app", async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    const { teamId, channelId } = c.req.param();
    requireDone(
      removeAppFromChannel(connector, { teamId, channelId, personId }),
    );
    return c.body(null, 204);
  });

  routes.post("/people/:personId/app", (c) => {
    installPersonally(connector, person(c.req.param("personId")));
    return c.body(null, 204);
  });

  routes.delete("/people/:personId/app", (c) => {
    uninstallPersonally(connector, person(c.req.param("personId")));
    return c.body(null, 204);
  });

  routes.put("/people/:personId/blocks-bot", async (c) => {
    const { blocked } = blocksSchema.parse(await readBody(c));
    blockBot(simulation, person(c.req.param("personId")), blocked);
    return c.body(null, 204);
  });

  return routes;
}
