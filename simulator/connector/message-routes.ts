import { Hono } from "hono";
import { z } from "zod";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import type { Simulation } from "../simulation.ts";
import type { Activity } from "./activity.ts";
import { checkActivity, readActivity, readJson } from "./check-activity.ts";
import { personByMemberId, type Connector } from "./connector.ts";
import {
  activityNotFound,
  badArgument,
  notInRoster,
  notInstalledPersonally,
} from "./connector-error.ts";
import {
  findConversation,
  requireWritable,
  type Conversation,
} from "./conversation.ts";
import {
  isReachable,
  personalChatOf,
  personalChatsOf,
} from "./installations.ts";
import {
  changeMessage,
  contentOf,
  findMessage,
  newMessageId,
  putMessage,
  type StoredMessage,
} from "./messages.ts";

const newConversationSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).default([]),
  channelData: z
    .looseObject({ channel: z.looseObject({ id: z.string() }).optional() })
    .default({}),
  activity: z.record(z.string(), z.unknown()).optional(),
});

/** Bot Connector: conversations and activities. */
export function messageRoutes(connector: Connector): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();
  const { simulation, limiter } = connector;
  const base = "/connector/v3/conversations";

  routes.post(base, async (c) => {
    const body = readJson(await c.req.text());
    const input = newConversationSchema.parse(body);
    if (input.activity) checkActivity(simulation, input.activity);
    const channelId = input.channelData.channel?.id;
    if (channelId !== undefined) {
      limiter.take("createConversation", baseOf(channelId));
      return c.json(startThread(channelId, input.activity), 201);
    }
    const memberId = input.members[0]?.id ?? "";
    limiter.take("createConversation", memberId);
    return c.json(startChat(memberId, input.activity), 201);
  });

  routes.post(`${base}/:id/activities`, async (c) => {
    const conversation = writable(c.req.param("id"));
    const activity = readActivity(simulation, await c.req.text());
    return c.json(post(conversation, activity), 201);
  });

  // A reply: in a channel, a message in the thread of the one that it answers.
  routes.post(`${base}/:id/activities/:activityId`, async (c) => {
    const conversation = writable(c.req.param("id"));
    const activity = readActivity(simulation, await c.req.text());
    const answered = c.req.param("activityId");
    return c.json(post(inThreadOf(conversation, answered), activity), 201);
  });

  routes.put(`${base}/:id/activities/:activityId`, async (c) => {
    const conversation = writable(c.req.param("id"));
    const before = ownMessage(conversation, c.req.param("activityId"));
    const activity = readActivity(simulation, await c.req.text());
    const updatedAt = simulation.clock.now().toISOString();
    changeMessage(simulation, { ...before, updatedAt, ...contentOf(activity) });
    return c.json({ id: before.id });
  });

  routes.delete(`${base}/:id/activities/:activityId`, (c) => {
    const conversation = writable(c.req.param("id"));
    const before = ownMessage(conversation, c.req.param("activityId"));
    changeMessage(simulation, { ...before, isDeleted: true });
    return c.body(null, 200);
  });

  return routes;

  /** Each of them counts as sending to the conversation. */
  function writable(id: string): Conversation {
    limiter.take("send", baseOf(id));
    const conversation = findConversation(simulation, id);
    requireWritable(simulation, conversation);
    return conversation;
  }

  /** What is answered may be an event, which is no message: then nothing is said of a thread. */
  function inThreadOf(conversation: Conversation, id: string): Conversation {
    if (conversation.kind === "personal") return conversation;
    const answered = findMessage(simulation, conversation.baseId, id);
    if (!answered) return conversation;
    return { ...conversation, rootId: answered.rootId ?? answered.id };
  }

  function ownMessage(conversation: Conversation, id: string): StoredMessage {
    const found = findMessage(simulation, conversation.baseId, id);
    const isOwn = found?.from.kind === "bot";
    if (!found || !isOwn || found.isDeleted) throw activityNotFound();
    return found;
  }

  function startThread(channelId: string, activity: Activity | undefined) {
    const conversation = findConversation(simulation, channelId);
    requireWritable(simulation, conversation);
    if (!activity) throw badArgument("The activity is missing.");
    const first = postMessage(simulation, conversation, contentOf(activity));
    return {
      id: `${conversation.baseId};messageid=${first.id}`,
      activityId: first.id,
    };
  }

  /** Asking again for the chat with the same person gives the same one. */
  function startChat(memberId: string, activity: Activity | undefined) {
    const person = personByMemberId(simulation, memberId);
    if (!person || !isReachable(simulation, person)) {
      throw simulation.settings.current().unreachablePersonError ===
        "BotNotInConversationRoster"
        ? notInRoster()
        : notInstalledPersonally();
    }
    const chat = personalChatOf(simulation, person);
    personalChatsOf(simulation).put(chat.id, chat);
    const conversation = findConversation(simulation, chat.id);
    if (!activity) return { id: chat.id };
    requireWritable(simulation, conversation);
    const first = postMessage(simulation, conversation, contentOf(activity));
    return { id: chat.id, activityId: first.id };
  }

  function post(
    conversation: Conversation,
    activity: Activity,
  ): { id?: string } {
    if (activity["type"] === "typing") {
      return { id: newMessageId(simulation, conversation.baseId) };
    }
    const content = contentOf(activity);
    const hasBoth = content.text !== "" && content.cards.length > 0;
    const { textWithCard } = simulation.settings.current();
    if (!hasBoth || textWithCard === "together") {
      return { id: postMessage(simulation, conversation, content).id };
    }
    // Teams: Messages in bot conversations, message splitting: the id is not told.
    postMessage(simulation, conversation, { ...content, cards: [] });
    postMessage(simulation, conversation, { ...content, text: "" });
    return {};
  }
}

function postMessage(
  simulation: Simulation,
  conversation: Conversation,
  content: Pick<StoredMessage, "text" | "summary" | "cards">,
): StoredMessage {
  return putMessage(simulation, {
    id: newMessageId(simulation, conversation.baseId),
    conversationId: conversation.baseId,
    rootId: conversation.kind === "channel" ? conversation.rootId : null,
    postedAt: simulation.clock.now().toISOString(),
    updatedAt: null,
    isDeleted: false,
    from: { kind: "bot" },
    ...content,
  });
}

function baseOf(conversationId: string): string {
  return conversationId.split(";")[0] ?? conversationId;
}
