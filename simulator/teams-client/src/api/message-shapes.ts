import { z } from "zod";

/** Adaptive Cards are drawn by their official renderer, which checks them itself. */
const cardShape = z.record(z.string(), z.unknown());

const messageShape = z.object({
  id: z.string(),
  /** The first message of the thread; null for a message that begins one. */
  replyToId: z.string().nullable(),
  postedAt: z.string(),
  updatedAt: z.string().nullable(),
  isDeleted: z.boolean(),
  from: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("bot") }),
    z.object({
      kind: z.literal("person"),
      personId: z.string(),
      /** Large organizations list only some of their people. */
      displayName: z.string().optional(),
    }),
  ]),
  text: z.string(),
  summary: z.string().nullish(),
  cards: z.array(cardShape),
  /** What this person sees instead of the first card, after an action or a refresh of theirs. */
  view: cardShape.nullable(),
  needsRefresh: z.boolean(),
});

export const messagesShape = z.object({ messages: z.array(messageShape) });

export const invokeAnswerShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("card"), card: cardShape }),
  z.object({ kind: z.literal("message"), text: z.string() }),
  z.object({ kind: z.literal("error"), text: z.string() }),
]);

export type Card = z.infer<typeof cardShape>;
export type Message = z.infer<typeof messageShape>;
export type InvokeAnswer = z.infer<typeof invokeAnswerShape>;

/** `Action.Execute` of a card, with what was entered into it. */
export type ExecutedAction = {
  type: "Action.Execute";
  id?: string;
  title?: string;
  verb: string;
  data: unknown;
};
