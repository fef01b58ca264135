import { z } from "zod";
import type { Card, ExecutedAction } from "../api/message-shapes.ts";

const refreshShape = z.object({
  action: z.object({
    type: z.literal("Action.Execute"),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().default(""),
    data: z.unknown(),
  }),
});

/** Teams: Up to date cards. What a client invokes by itself when it shows the card to somebody. */
export function refreshActionOf(card: Card): ExecutedAction | undefined {
  const refresh = refreshShape.safeParse(card["refresh"]);
  if (!refresh.success) return undefined;
  const { id, title, verb, data } = refresh.data.action;
  return {
    type: "Action.Execute",
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    verb,
    data: data ?? {},
  };
}
