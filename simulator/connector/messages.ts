import type { Simulation } from "../simulation.ts";
import type { Activity } from "./activity.ts";

type Author = { kind: "bot" } | { kind: "person"; personId: string };

export type Card = Record<string, unknown>;

/** A message as Teams keeps it. */
export interface StoredMessage {
  id: string;
  /** The channel, or the chat; without a thread. */
  conversationId: string;
  /** The first message of the thread; null: this one begins it, or there are no threads. */
  rootId: string | null;
  postedAt: string;
  updatedAt: string | null;
  isDeleted: boolean;
  from: Author;
  text: string;
  summary: string | null;
  /** Adaptive Cards, as the bot sent them. */
  cards: Card[];
}

const messagesOf = (simulation: Simulation) =>
  simulation.store.table<StoredMessage>("messages");

/** The cards that single people see instead of a message's first one, by person. */
type Views = Record<string, Card>;

const viewsOf = (simulation: Simulation) =>
  simulation.store.table<Views>("cardViews");

function messageKey(conversationId: string, id: string): string {
  return `${conversationId}/${id}`;
}

export function findMessage(
  simulation: Simulation,
  conversationId: string,
  id: string,
): StoredMessage | undefined {
  return messagesOf(simulation).get(messageKey(conversationId, id));
}

/** Teams' ids are milliseconds; no two of a conversation are equal. */
export function newMessageId(
  simulation: Simulation,
  conversationId: string,
): string {
  let id = simulation.clock.now().getTime();
  while (findMessage(simulation, conversationId, String(id))) id += 1;
  return String(id);
}

export function putMessage(
  simulation: Simulation,
  message: StoredMessage,
): StoredMessage {
  const key = messageKey(message.conversationId, message.id);
  messagesOf(simulation).put(key, message);
  simulation.changes.announce("teams");
  return message;
}

/** A new content, or the deletion, by the bot: everybody sees it, whatever they saw before. */
export function changeMessage(
  simulation: Simulation,
  message: StoredMessage,
): void {
  viewsOf(simulation).delete(messageKey(message.conversationId, message.id));
  putMessage(simulation, message);
}

/** The newest card that a person's own action or refresh has given; null after an update. */
export function viewOf(
  simulation: Simulation,
  message: StoredMessage,
  personId: string,
): Card | null {
  const key = messageKey(message.conversationId, message.id);
  return viewsOf(simulation).get(key)?.[personId] ?? null;
}

export function putView(
  simulation: Simulation,
  message: StoredMessage,
  view: { personId: string; card: Card },
): void {
  const key = messageKey(message.conversationId, message.id);
  const views = viewsOf(simulation);
  views.put(key, { ...views.get(key), [view.personId]: view.card });
  simulation.changes.announce("teams");
}

/** Oldest first. */
export function messagesIn(
  simulation: Simulation,
  conversationId: string,
): StoredMessage[] {
  const found: StoredMessage[] = [];
  for (const message of messagesOf(simulation).values()) {
    if (message.conversationId === conversationId) found.push(message);
  }
  return found.toSorted((one, other) => Number(one.id) - Number(other.id));
}

/** What a message shows out of the activity with which it was sent. */
export function contentOf(
  activity: Activity,
): Pick<StoredMessage, "text" | "summary" | "cards"> {
  const { text, summary, attachments } = activity;
  return {
    text: typeof text === "string" ? text : "",
    summary: typeof summary === "string" ? summary : null,
    cards: Array.isArray(attachments) ? attachments.flatMap(cardOf) : [],
  };
}

const cardContentType = "application/vnd.microsoft.card.adaptive";

function cardOf(attachment: unknown): Card[] {
  if (!isRecord(attachment)) return [];
  const { contentType, content } = attachment;
  return contentType === cardContentType && isRecord(content) ? [content] : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
