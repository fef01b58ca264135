import { clientPlace, type ClientPlace } from "../connector/client-place.ts";
import type { Connector } from "../connector/connector.ts";
import {
  messagesIn,
  viewOf,
  type Card,
  type StoredMessage,
} from "../connector/messages.ts";
import { say, type Saying } from "../connector/say.ts";
import { neededRefresh } from "../connector/use-card.ts";
import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import { ControlError } from "./control-error.ts";

/** A message as one person sees it. */
export interface MessageView {
  id: string;
  /** The first message of the thread; null: this one begins it, or there are no threads. */
  replyToId: string | null;
  postedAt: string;
  updatedAt: string | null;
  isDeleted: boolean;
  from:
    { kind: "bot" } | { kind: "person"; personId: string; displayName: string };
  text: string;
  summary: string | null;
  /** As the bot sent them. */
  cards: Card[];
  /** What this person sees instead of the first card, since an action or a refresh of theirs. */
  view: Card | null;
  /** A Teams client would refresh the first card for this person. */
  needsRefresh: boolean;
}

export function requirePerson(simulation: Simulation, name: string): Person {
  const { directory } = simulation;
  const found = directory.person(name) ?? directory.personByAddress(name);
  if (found) return found;
  throw new ControlError(404, `There is no person called ${name}.`);
}

/** The conversation in the person's Teams client; a refusal is a sentence. */
export function openPlace(
  simulation: Simulation,
  request: { conversation: string; person: Person },
): ClientPlace {
  const result = clientPlace(simulation, request);
  if (result.ok) return result;
  throw result.reason === "notAMember"
    ? new ControlError(
        403,
        `${request.person.displayName} is not in this conversation.`,
      )
    : new ControlError(404, "There is no such conversation.");
}

export function viewMessages(
  connector: Connector,
  at: ClientPlace,
): MessageView[] {
  const { simulation } = connector;
  return messagesIn(simulation, at.baseId).map((message) =>
    viewMessageOf(connector, at, message),
  );
}

export function sayIn(
  connector: Connector,
  at: ClientPlace,
  saying: Saying,
): MessageView {
  const result = say(connector, at, saying);
  if (result.ok) return viewMessageOf(connector, at, result.message);
  switch (result.reason) {
    case "unknownMessage":
      throw noSuchMessage();
    case "archived":
      throw new ControlError(409, "The team is archived.");
    case "noBot":
      throw new ControlError(
        409,
        `${at.person.displayName} does not have the app, or has blocked it.`,
      );
  }
}

export function noSuchMessage(): ControlError {
  return new ControlError(404, "There is no such message.");
}

function viewMessageOf(
  connector: Connector,
  at: ClientPlace,
  message: StoredMessage,
): MessageView {
  const { simulation } = connector;
  const { id, rootId, postedAt, updatedAt, isDeleted, from } = message;
  const place = { id, replyToId: rootId, postedAt, updatedAt, isDeleted };
  const author = from.kind === "bot" ? from : withName(simulation, from);
  if (isDeleted) {
    const nothing = { text: "", summary: null, cards: [], view: null };
    return { ...place, from: author, ...nothing, needsRefresh: false };
  }
  return {
    ...place,
    from: author,
    text: message.text,
    summary: message.summary,
    cards: message.cards,
    view: viewOf(simulation, message, at.person.id),
    needsRefresh: neededRefresh(connector, at, message) !== null,
  };
}

function withName(
  simulation: Simulation,
  from: { kind: "person"; personId: string },
) {
  const person = simulation.directory.person(from.personId);
  return { ...from, displayName: person?.displayName ?? "" };
}
