import { Hono, type Context } from "hono";
import { z } from "zod";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Simulation } from "../simulation.ts";
import {
  activitiesOf,
  botAccountId,
  installationsOf,
  memberId,
  personByMemberId,
  type StoredActivity,
} from "./connector.ts";
import { ConnectorError, notInRoster } from "./connector-error.ts";
import { findConversation, personalConversationsOf } from "./conversation.ts";
import { sha256Base64Url } from "./opaque-id.ts";

/** Teams: Proactive messages, status codes, MessageSizeTooBig; the bound itself is inferred. */
const largestMessageBytes = 100_000;

const activitySchema = z.record(z.string(), z.unknown());

const newConversationSchema = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).default([]),
  channelData: z
    .looseObject({ channel: z.looseObject({ id: z.string() }).optional() })
    .default({}),
  activity: activitySchema.optional(),
});

/** Bot Connector: conversations and activities. */
export function messageRoutes(
  simulation: Simulation,
): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();
  const base = "/connector/v3/conversations";

  routes.post(base, async (c) => {
    const input = newConversationSchema.parse(await readBody(c));
    const channelId = input.channelData.channel?.id;
    if (channelId !== undefined) {
      findConversation(simulation, channelId);
      const first = post(channelId, input.activity ?? {});
      const id = `${channelId};messageid=${first.id}`;
      return c.json({ id, activityId: first.id }, 201);
    }
    const id = personalConversation(input.members[0]?.id ?? "");
    const first = input.activity ? post(id, input.activity) : null;
    return c.json({ id, ...(first ? { activityId: first.id } : {}) }, 201);
  });

  routes.post(`${base}/:id/activities`, async (c) => {
    const conversation = findConversation(simulation, c.req.param("id"));
    const activity = activitySchema.parse(await readBody(c));
    return c.json({ id: post(conversation.id, activity).id }, 201);
  });

  // A reply: the same as a message in the thread.
  routes.post(`${base}/:id/activities/:activityId`, async (c) => {
    const conversation = findConversation(simulation, c.req.param("id"));
    const activity = activitySchema.parse(await readBody(c));
    return c.json({ id: post(conversation.id, activity).id }, 201);
  });

  routes.put(`${base}/:id/activities/:activityId`, async (c) => {
    const before = findActivity(c.req.param("id"), c.req.param("activityId"));
    const activity = activitySchema.parse(await readBody(c));
    const updatedAt = simulation.clock.now().toISOString();
    put({ ...before, updatedAt, activity });
    return c.json({ id: before.id });
  });

  routes.delete(`${base}/:id/activities/:activityId`, (c) => {
    const before = findActivity(c.req.param("id"), c.req.param("activityId"));
    put({ ...before, isDeleted: true });
    return c.body(null, 200);
  });

  return routes;

  function post(
    conversationId: string,
    activity: Record<string, unknown>,
  ): StoredActivity {
    const now = simulation.clock.now();
    const stored: StoredActivity = {
      // Teams' ids are the milliseconds; no two may be equal.
      id: String(now.getTime() * 1000 + (activitiesOf(simulation).size % 1000)),
      conversationId,
      postedAt: now.toISOString(),
      updatedAt: null,
      isDeleted: false,
      activity,
    };
    put(stored);
    return stored;
  }

  function put(stored: StoredActivity): void {
    const key = `${channelOf(stored.conversationId)}/${stored.id}`;
    activitiesOf(simulation).put(key, stored);
    simulation.changes.announce("teams");
  }

  function findActivity(conversationId: string, id: string): StoredActivity {
    findConversation(simulation, conversationId);
    const key = `${channelOf(conversationId)}/${id}`;
    const found = activitiesOf(simulation).get(key);
    if (found && !found.isDeleted) return found;
    throw new ConnectorError(
      404,
      "ActivityNotFoundInConversation",
      "The activity was not found in the conversation.",
    );
  }

  /** Members of a team that has the app can be written to; nobody else. */
  function personalConversation(id: string): string {
    const person = personByMemberId(simulation, id);
    const isReachable =
      person &&
      [...installationsOf(simulation).values()].some(({ teamId }) =>
        simulation.directory.team(teamId)?.memberIds.includes(person.id),
      );
    if (!isReachable) throw notInRoster();
    const conversationId = `a:1${sha256Base64Url(`${botAccountId(simulation)}/${memberId(simulation, person)}`)}`;
    personalConversationsOf(simulation).put(conversationId, {
      id: conversationId,
      personId: person.id,
    });
    return conversationId;
  }
}

async function readBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > largestMessageBytes) {
    throw new ConnectorError(
      413,
      "MessageSizeTooBig",
      "The message size is too large.",
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new ConnectorError(400, "BadSyntax", "The body is not valid JSON.");
  }
}

function channelOf(conversationId: string): string {
  return conversationId.split(";")[0] ?? conversationId;
}
