import {
  ExecuteAction,
  OpenUrlAction,
  SubmitAction,
  type Action,
} from "adaptivecards";
import type { ExecutedAction } from "../api/message-shapes.ts";

/** What somebody does with a card, as far as Teams has a part in it. */
export type CardAction =
  | { kind: "execute"; action: ExecutedAction }
  | { kind: "submit"; data: unknown }
  | { kind: "openUrl"; url: string };

/** The renderer does the rest itself (showing a part of the card, say). */
export function readAction(action: Action): CardAction | undefined {
  if (action instanceof ExecuteAction)
    return {
      kind: "execute",
      action: {
        type: "Action.Execute",
        ...(action.id ? { id: action.id } : {}),
        ...(action.title ? { title: action.title } : {}),
        verb: action.verb ?? "",
        data: action.data ?? {},
      },
    };
  if (action instanceof SubmitAction)
    return { kind: "submit", data: action.data ?? {} };
  if (action instanceof OpenUrlAction)
    return { kind: "openUrl", url: action.url ?? "" };
  return undefined;
}
