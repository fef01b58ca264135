import type { EventCard } from "../../../../bot/contract/event-cards.ts";

/** Where a card stands, and what helps if something does. */
export function cardSentence(
  card: Pick<EventCard, "state" | "nextTryInMs">,
): string {
  if (card.state === "waiting" && card.nextTryInMs !== null)
    return "Teams did not take this card. It is tried again by itself.";
  return sentences[card.state];
}

const sentences: Record<EventCard["state"], string> = {
  waiting: "On its way to Teams. This goes on by itself.",
  upToDate: "Posted and up to date.",
  messageDeleted:
    "Somebody deleted the message. Post it again if the channel is still to have it.",
  appRemoved:
    "ERG Events was removed from this team or channel. The card goes on by itself once the app is added again.",
  channelDeleted:
    "The channel was deleted, and the card with it. Edit the event to choose another channel.",
  channelArchived:
    "This channel is archived, so nothing can be posted there. The card goes on by itself once it is restored.",
  botBlocked:
    "ERG Events may not write in this channel. Ask an owner of the team whether apps may post there, or a Teams administrator to allow the app; then post again.",
  failed:
    "Teams did not take this card. Post it again; if that does not help, tell an administrator.",
};

/** `General`, or where several groups host the event `General (Pride Network)`. */
export function cardChannel(
  card: Pick<EventCard, "channelName" | "group">,
): string {
  return card.group === null
    ? card.channelName
    : `${card.channelName} (${card.group.name})`;
}
