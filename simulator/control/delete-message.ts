import type { ClientPlace } from "../connector/client-place.ts";
import type { Connector } from "../connector/connector.ts";
import { changeMessage, findMessage } from "../connector/messages.ts";
import { ControlError } from "./control-error.ts";
import { noSuchMessage } from "./conversation-desk.ts";

/**
 * Everybody may delete what they wrote, and the owners of a team what anybody did. The bot is not
 * told that its message is gone.
 */
export function deleteMessage(
  { simulation }: Connector,
  at: ClientPlace,
  messageId: string,
): void {
  const message = findMessage(simulation, at.baseId, messageId);
  if (!message || message.isDeleted) throw noSuchMessage();
  const isOwn =
    message.from.kind === "person" && message.from.personId === at.person.id;
  const isOwner =
    at.place.kind === "channel" &&
    at.place.team.ownerIds.includes(at.person.id);
  // In a chat of two, Teams lets the person delete the bot's messages for themselves alone.
  if (!isOwn && !isOwner && at.place.kind === "channel") {
    throw new ControlError(403, "Only owners of the team can delete this.");
  }
  changeMessage(simulation, { ...message, isDeleted: true });
}
