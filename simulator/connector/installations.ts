import type { Simulation } from "../simulation.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import { botAccountId, memberId } from "./connector.ts";
import { sha256Base64Url } from "./opaque-id.ts";

/** The app in a team. */
export interface Installation {
  teamId: string;
  installedById: string;
  installedAt: string;
}

/** The app in a private or shared channel of a team that has it. */
interface ChannelInstallation {
  channelId: string;
  addedById: string;
}

/** What is known of the chat between a person and the bot. */
export interface PersonalChat {
  /** The id of the conversation. */
  id: string;
  personId: string;
  /** The person has added the app for themselves. */
  hasApp: boolean;
  /** The person has had the app, now or once. */
  hadApp: boolean;
  blocksBot: boolean;
}

export const installationsOf = (simulation: Simulation) =>
  simulation.store.table<Installation>("installations");

export const channelInstallationsOf = (simulation: Simulation) =>
  simulation.store.table<ChannelInstallation>("channelInstallations");

/** By the id of the conversation. */
export const personalChatsOf = (simulation: Simulation) =>
  simulation.store.table<PersonalChat>("personalChats");

function personalChatId(simulation: Simulation, person: Person): string {
  const pair = `${botAccountId(simulation)}/${memberId(simulation, person)}`;
  return `a:1${sha256Base64Url(pair)}`;
}

/** The chat of a person with the bot; before anything happens in it, an empty one. */
export function personalChatOf(
  simulation: Simulation,
  person: Person,
): PersonalChat {
  const id = personalChatId(simulation, person);
  return (
    personalChatsOf(simulation).get(id) ?? {
      id,
      personId: person.id,
      hasApp: false,
      hadApp: false,
      blocksBot: false,
    }
  );
}

/**
 * Teams: Apps for shared and private channels: there the app must be added to the channel itself,
 * besides the team.
 */
export function isInChannel(
  simulation: Simulation,
  team: Team,
  channel: Channel,
): boolean {
  if (!installationsOf(simulation).get(team.id)) return false;
  if (channel.membershipType === "standard") return true;
  return channelInstallationsOf(simulation).get(channel.id) !== undefined;
}

/** Teams: Proactive messages: the bot reaches those who have the app, and members of teams that do. */
export function isReachable(simulation: Simulation, person: Person): boolean {
  if (personalChatOf(simulation, person).hasApp) return true;
  return [...installationsOf(simulation).values()].some(({ teamId }) =>
    simulation.directory.team(teamId)?.memberIds.includes(person.id),
  );
}
