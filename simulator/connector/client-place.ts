import type { Simulation } from "../simulation.ts";
import type { Person } from "../world/world-seed.ts";
import type { Place } from "./activity.ts";
import { membersOf } from "./conversation.ts";
import { isInChannel, personalChatOf } from "./installations.ts";
import { findMessage, type StoredMessage } from "./messages.ts";

/** A conversation as a person sees it in their Teams client. */
export interface ClientPlace {
  person: Person;
  place: Place;
  /** Where messages are kept. */
  baseId: string;
  /** The bot takes part, so that it hears of what happens. */
  hasBot: boolean;
}

export type PlaceResult =
  | ({ ok: true } & ClientPlace)
  | { ok: false; reason: "unknownConversation" | "notAMember" };

const personalPrefix = "personal:";

/** `19:…` is a channel, `personal:<person>` the chat of that person with the bot. */
export function clientPlace(
  simulation: Simulation,
  request: { conversation: string; person: Person },
): PlaceResult {
  const { conversation, person } = request;
  const { directory } = simulation;
  const chat = personalChatOf(simulation, person);
  if (conversation.startsWith(personalPrefix) || conversation === chat.id) {
    const isOwn =
      conversation === chat.id ||
      conversation === `${personalPrefix}${person.id}`;
    if (!isOwn) return { ok: false, reason: "notAMember" };
    const place: Place = { kind: "personal", person };
    const hasBot = chat.hasApp && !chat.blocksBot;
    return { ok: true, person, place, baseId: chat.id, hasBot };
  }
  const team = directory.teamOfChannel(conversation);
  const channel = directory.channel(conversation);
  if (!team || !channel) return { ok: false, reason: "unknownConversation" };
  const place: Place = { kind: "channel", team, channel, rootId: null };
  if (!membersOf(simulation, place).includes(person)) {
    return { ok: false, reason: "notAMember" };
  }
  const hasBot = isInChannel(simulation, team, channel);
  return { ok: true, person, place, baseId: channel.id, hasBot };
}

/** The place of a message: in a channel, the thread that it belongs to. */
export function placeOfMessage(
  simulation: Simulation,
  at: ClientPlace,
  messageId: string,
): { message: StoredMessage; place: Place } | null {
  const message = findMessage(simulation, at.baseId, messageId);
  if (!message) return null;
  const place =
    at.place.kind === "channel"
      ? { ...at.place, rootId: message.rootId ?? message.id }
      : at.place;
  return { message, place };
}
