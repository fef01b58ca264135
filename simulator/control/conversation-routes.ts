import { Hono, type Context } from "hono";
import { z } from "zod";
import type { ClientPlace } from "../connector/client-place.ts";
import type { Connector } from "../connector/connector.ts";
import { executeAction, submitCard } from "../connector/use-card.ts";
import {
  noSuchMessage,
  openPlace,
  requirePerson,
  sayIn,
  viewMessages,
} from "./conversation-desk.ts";
import { deleteMessage } from "./delete-message.ts";
import { readBody } from "./read-body.ts";

const sayingSchema = z.strictObject({
  personId: z.string(),
  text: z.string().trim().min(1).max(20_000),
  mentionsBot: z.boolean().default(false),
  replyToId: z.string().optional(),
  locale: z.string().optional(),
  timezone: z.string().optional(),
});
const invokeSchema = z.strictObject({
  personId: z.string(),
  trigger: z.enum(["manual", "automatic"]).default("manual"),
  action: z.object({
    type: z.literal("Action.Execute"),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown(),
  }),
});
const submitSchema = z.strictObject({
  personId: z.string(),
  data: z.unknown(),
});
const byPerson = z.strictObject({ personId: z.string() });

/** What a person does in the channels and in the chat of their Teams client. */
export function conversationRoutes(connector: Connector): Hono {
  const routes = new Hono();
  const { simulation } = connector;
  const base = "/conversations/:id/messages";

  routes.get(base, (c) => {
    const at = place(c, c.req.query("personId") ?? "");
    return c.json({ messages: viewMessages(connector, at) });
  });

  routes.post(base, async (c) => {
    const { personId, ...saying } = sayingSchema.parse(await readBody(c));
    return c.json(sayIn(connector, place(c, personId), saying), 201);
  });

  routes.post(`${base}/:messageId/invoke`, async (c) => {
    const input = invokeSchema.parse(await readBody(c));
    const answer = await executeAction(connector, place(c, input.personId), {
      messageId: c.req.param("messageId"),
      trigger: input.trigger,
      action: input.action,
    });
    if (!answer) throw noSuchMessage();
    return c.json(answer);
  });

  routes.post(`${base}/:messageId/submit`, async (c) => {
    const { personId, data } = submitSchema.parse(await readBody(c));
    const messageId = c.req.param("messageId");
    const isThere = submitCard(connector, place(c, personId), {
      messageId,
      data,
    });
    if (!isThere) throw noSuchMessage();
    return c.body(null, 204);
  });

  routes.delete(`${base}/:messageId`, async (c) => {
    const { personId } = byPerson.parse(await readBody(c));
    deleteMessage(connector, place(c, personId), c.req.param("messageId"));
    return c.body(null, 204);
  });

  return routes;

  function place(c: Context, personId: string): ClientPlace {
    const person = requirePerson(simulation, personId);
    const conversation = c.req.param("id") ?? "";
    return openPlace(simulation, { conversation, person });
  }
}
