import { clientFields, type Activity, type Place } from "./activity.ts";
import { automaticRefresh, type ExecuteAction } from "./card-refresh.ts";
import { checkCard } from "./check-activity.ts";
import { placeOfMessage, type ClientPlace } from "./client-place.ts";
import { memberId, type Connector } from "./connector.ts";
import { membersOf } from "./conversation.ts";
import {
  findMessage,
  isRecord,
  putView,
  viewOf,
  type Card,
  type StoredMessage,
} from "./messages.ts";
import { postActivity } from "./outbox.ts";

/** What a person gets to see after an action. */
export type CardAnswer =
  | { kind: "card"; card: Card }
  | { kind: "message"; text: string }
  | { kind: "error"; text: string };

const unreachable: CardAnswer = {
  kind: "error",
  text: "Unable to reach app. Please try again.",
};
const failed: CardAnswer = {
  kind: "error",
  text: "Something went wrong. Please try again.",
};

/**
 * A person presses a button of a card (`manual`), or their Teams client refreshes it
 * (`automatic`). Null: there is no such message, or it is deleted.
 */
export async function executeAction(
  connector: Connector,
  at: ClientPlace,
  request: {
    messageId: string;
    trigger: "manual" | "automatic";
    action: ExecuteAction;
  },
): Promise<CardAnswer | null> {
  const { simulation } = connector;
  const found = placeOfMessage(simulation, at, request.messageId);
  if (!found || found.message.isDeleted) return null;
  if (!at.hasBot) return unreachable;
  const { message, place } = found;
  const { type, id, title, verb, data } = request.action;
  const reply = await postActivity(simulation, {
    ...actionFields(connector, { place, person: at.person, message }),
    type: "invoke",
    name: "adaptiveCard/action",
    value: {
      action: { type, id, title, verb, data: data ?? {} },
      trigger: request.trigger,
    },
  });
  if (reply.status !== 200) return unreachable;
  const answer = readAnswer(connector, reply.text);
  if (answer.kind !== "card") return answer;
  // An update by the bot that came meanwhile is newer than the card that was asked for before it.
  const now = findMessage(simulation, at.baseId, message.id);
  const isCurrent = now && !now.isDeleted && now.cards === message.cards;
  const { card } = answer;
  if (isCurrent) putView(simulation, now, { personId: at.person.id, card });
  return answer;
}

/** `Action.Submit`: the bot gets a message that has a value and no text. */
export function submitCard(
  connector: Connector,
  at: ClientPlace,
  request: { messageId: string; data: unknown },
): boolean {
  const { simulation, outbox } = connector;
  const found = placeOfMessage(simulation, at, request.messageId);
  if (!found || found.message.isDeleted) return false;
  if (!at.hasBot) return true;
  const { message, place } = found;
  const { person } = at;
  const fields = actionFields(connector, { place, person, message });
  outbox.tell({ ...fields, type: "message", value: request.data ?? {} });
  return true;
}

/** What a person sees of a message; the card is refreshed first where a Teams client would. */
export async function viewMessage(
  connector: Connector,
  at: ClientPlace,
  messageId: string,
): Promise<Card | null> {
  const { simulation } = connector;
  const before = findMessage(simulation, at.baseId, messageId);
  if (!before || before.isDeleted) return null;
  const action = neededRefresh(connector, at, before);
  if (action) {
    const trigger = "automatic" as const;
    await executeAction(connector, at, { messageId, trigger, action });
  }
  const message = findMessage(simulation, at.baseId, messageId) ?? before;
  return shownCard(connector, at, message);
}

export function shownCard(
  { simulation }: Connector,
  at: ClientPlace,
  message: StoredMessage,
): Card | null {
  return viewOf(simulation, message, at.person.id) ?? message.cards[0] ?? null;
}

/** Once for each content that the bot gives the message. */
export function neededRefresh(
  { simulation }: Connector,
  at: ClientPlace,
  message: StoredMessage,
): ExecuteAction | null {
  const [card] = message.cards;
  if (!card || message.isDeleted || !at.hasBot) return null;
  if (viewOf(simulation, message, at.person.id)) return null;
  return automaticRefresh(card, {
    memberId: memberId(simulation, at.person),
    membersInConversation: membersOf(simulation, at.place).length,
  });
}

/** Teams: Work with Universal Actions for Adaptive Cards; Cards and dialogs, card actions. */
function actionFields(
  { simulation }: Connector,
  of: {
    place: Place;
    person: ClientPlace["person"];
    message: StoredMessage;
  },
): Activity {
  const fields = clientFields(simulation, of.place, of.person);
  return {
    ...fields,
    replyToId: of.message.id,
    channelData: {
      ...(fields["channelData"] as Activity),
      source: { name: "message" },
      legacy: { replyToId: `1:${of.message.id}` },
    },
  };
}

/** Adaptive Cards: Universal action model, response format. Any other form is an error. */
function readAnswer({ simulation }: Connector, text: string): CardAnswer {
  const answer = parse(text);
  if (!isRecord(answer) || typeof answer["statusCode"] !== "number") {
    return unreachable;
  }
  const { statusCode, type, value } = answer;
  const isSuccess = statusCode >= 200 && statusCode < 300;
  if (type === "application/vnd.microsoft.error") return failed;
  if (!isSuccess) return failed;
  if (type === "application/vnd.microsoft.activity.message") {
    return typeof value === "string"
      ? { kind: "message", text: value }
      : unreachable;
  }
  if (type !== "application/vnd.microsoft.card.adaptive") return unreachable;
  if (!isRecord(value) || value["type"] !== "AdaptiveCard") return unreachable;
  try {
    checkCard(simulation, value);
  } catch {
    return unreachable;
  }
  return { kind: "card", card: value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
