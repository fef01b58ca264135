import type { Simulation } from "../simulation.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import type { Place } from "./activity.ts";
import { memberId } from "./connector.ts";
import {
  blockedByUser,
  botDisabled,
  conversationNotFound,
  notInRoster,
  writesBlocked,
} from "./connector-error.ts";
import {
  installationsOf,
  isInChannel,
  isReachable,
  personalChatOf,
  personalChatsOf,
} from "./installations.ts";
import { findMessage } from "./messages.ts";

/** A conversation that the bot has named, and may take part in. */
export type Conversation = Place & {
  /** The channel or the chat, without a thread: where messages are kept. */
  baseId: string;
};

/** The conversation that an id names: a team, a channel, a thread in it, or a personal chat. */
export function findConversation(
  simulation: Simulation,
  id: string,
): Conversation {
  if (simulation.settings.current().botDisabledByAdmin) throw botDisabled();
  const chat = personalChatsOf(simulation).get(id);
  const person = chat && simulation.directory.person(chat.personId);
  if (person) return { kind: "personal", person, baseId: id };
  // A thread is the channel followed by `;messageid=…`.
  const [channelId = "", thread] = id.split(";");
  const rootId = /^messageid=(\d+)$/.exec(thread ?? "")?.[1] ?? null;
  const team = simulation.directory.teamOfChannel(channelId);
  const channel = simulation.directory.channel(channelId);
  const isWrongThread =
    thread !== undefined &&
    !(rootId && findMessage(simulation, channelId, rootId));
  if (!team || !channel || isWrongThread) throw conversationNotFound();
  requireInstalled(simulation, team);
  if (!isInChannel(simulation, team, channel)) throw notInRoster();
  return { kind: "channel", team, channel, rootId, baseId: channelId };
}

/** The refusals that concern writing alone; reading goes on. */
export function requireWritable(
  simulation: Simulation,
  conversation: Conversation,
): void {
  if (conversation.kind === "channel") {
    if (conversation.team.isArchived) throw writesBlocked();
    return;
  }
  const { person } = conversation;
  const chat = personalChatOf(simulation, person);
  if (chat.blocksBot) {
    throw simulation.settings.current().blockedBotError ===
      "ConversationBlockedByUser"
      ? blockedByUser()
      : writesBlocked();
  }
  // Who has removed the app is out of reach, though a team would still have them.
  const isRemoved = chat.hadApp && !chat.hasApp;
  if (isRemoved || !isReachable(simulation, person)) throw notInRoster();
}

export function requireInstalled(simulation: Simulation, team: Team): void {
  if (!installationsOf(simulation).get(team.id)) throw notInRoster();
}

export function membersOf(simulation: Simulation, place: Place): Person[] {
  if (place.kind === "personal") return [place.person];
  return channelMemberIds(place.team, place.channel).flatMap(
    (id) => simulation.directory.person(id) ?? [],
  );
}

export function channelMemberIds(team: Team, channel: Channel): string[] {
  return channel.memberIds ?? team.memberIds;
}

/** Teams: Get Teams specific context for your bot, a member of the roster. */
export function memberResource(simulation: Simulation, person: Person) {
  const [givenName = "", surname = ""] = person.displayName.split(" ");
  return {
    id: memberId(simulation, person),
    name: person.displayName,
    aadObjectId: person.id,
    objectId: person.id,
    givenName,
    surname,
    email: person.mail,
    userPrincipalName: person.upn,
    tenantId: simulation.directory.tenant.id,
    userRole: "user",
  };
}
