import type { Simulation } from "../simulation.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import {
  clientFields,
  commonFields,
  eventTeamInfo,
  fullTeamInfo,
  placeOfTeam,
  type Activity,
  type Place,
} from "./activity.ts";
import { botAccountId, memberId } from "./connector.ts";

// Teams: Conversation events in your Teams bot.

/** The bot has come into a team or has left it; the conversation is the channel chosen for it. */
export function botInTeam(
  simulation: Simulation,
  where: { place: Place & { kind: "channel" }; actor: Person },
  change: "added" | "removed",
): Activity[] {
  const { place, actor } = where;
  const tenant = { id: simulation.directory.tenant.id };
  const settings = { selectedChannel: { id: place.channel.id } };
  const team = fullTeamInfo(place.team);
  return [
    {
      ...commonFields(simulation, place, actor),
      type: "conversationUpdate",
      ...membersField(change, [{ id: botAccountId(simulation) }]),
      channelData: {
        settings,
        team,
        eventType: change === "added" ? "teamMemberAdded" : "teamMemberRemoved",
        tenant,
      },
    },
    {
      ...commonFields(simulation, place, actor),
      type: "installationUpdate",
      action: change === "added" ? "add" : "remove",
      locale: "en-US",
      entities: [{ type: "clientInfo", locale: "en-US" }],
      channelData: {
        settings,
        channel: { id: place.channel.id },
        team,
        tenant,
        source: { name: "message" },
      },
    },
  ];
}

/**
 * Microsoft 365 Agents SDK, issue 384 "Support for bots and agents in shared channels": the form;
 * Teams: Apps for shared and private channels: that it is sent for private ones, too.
 */
export function botInChannel(
  simulation: Simulation,
  where: { team: Team; channel: Channel; actor: Person },
  change: "added" | "removed",
): Activity {
  const { team, channel, actor } = where;
  const place: Place = { kind: "channel", team, channel, rootId: null };
  return {
    ...commonFields(simulation, place, actor),
    type: "conversationUpdate",
    ...membersField(change, [{ id: botAccountId(simulation) }]),
    channelData: {
      channel: {
        type: channel.membershipType,
        name: channel.name,
        id: channel.id,
      },
      team: eventTeamInfo(simulation, team),
      eventType:
        change === "added" ? "channelMemberAdded" : "channelMemberRemoved",
      tenant: { id: simulation.directory.tenant.id },
    },
  };
}

/** The personal app: the chat begins only once, at the first time that somebody adds the app. */
export function botWithPerson(
  simulation: Simulation,
  person: Person,
  change: "addedFirst" | "addedAgain" | "removed",
): Activity[] {
  const place: Place = { kind: "personal", person };
  const channelData = { tenant: { id: simulation.directory.tenant.id } };
  const installation: Activity = {
    ...clientFields(simulation, place, person),
    ...commonFields(simulation, place, person),
    type: "installationUpdate",
    action: change === "removed" ? "remove" : "add",
    channelData: { ...channelData, source: { name: "message" } },
  };
  if (change !== "addedFirst") return [installation];
  const beginning: Activity = {
    ...commonFields(simulation, place, person),
    type: "conversationUpdate",
    membersAdded: [
      { id: botAccountId(simulation) },
      { id: memberId(simulation, person), aadObjectId: person.id },
    ],
    channelData,
  };
  return [beginning, installation];
}

export function personInTeam(
  simulation: Simulation,
  where: { team: Team; actor: Person; member: Person },
  change: "added" | "removed",
): Activity {
  const { team, actor, member } = where;
  const id = memberId(simulation, member);
  return {
    ...commonFields(simulation, placeOfTeam(team), actor),
    type: "conversationUpdate",
    ...membersField(change, [{ id, aadObjectId: member.id }]),
    channelData: {
      team: eventTeamInfo(simulation, team),
      eventType: change === "added" ? "teamMemberAdded" : "teamMemberRemoved",
      tenant: { id: simulation.directory.tenant.id },
    },
  };
}

export function teamChanged(
  simulation: Simulation,
  where: { team: Team; actor: Person },
  eventType: "teamRenamed" | "teamArchived" | "teamUnarchived",
): Activity {
  const { team, actor } = where;
  return {
    ...commonFields(simulation, placeOfTeam(team), actor),
    type: "conversationUpdate",
    channelData: {
      team: { ...eventTeamInfo(simulation, team), name: team.name },
      eventType,
      tenant: { id: simulation.directory.tenant.id },
    },
  };
}

/** For private and shared channels the type is told, which is documented for shared ones. */
export function channelChanged(
  simulation: Simulation,
  where: { team: Team; channel: Channel; actor: Person },
  eventType:
    "channelCreated" | "channelRenamed" | "channelDeleted" | "channelRestored",
): Activity {
  const { team, channel, actor } = where;
  const { id, name, membershipType } = channel;
  const type = membershipType === "standard" ? {} : { type: membershipType };
  return {
    ...commonFields(simulation, placeOfTeam(team), actor),
    type: "conversationUpdate",
    channelData: {
      channel: { ...type, id, name },
      team: eventTeamInfo(simulation, team),
      eventType,
      tenant: { id: simulation.directory.tenant.id },
    },
  };
}

function membersField(
  change: "added" | "removed",
  members: Activity[],
): Activity {
  return change === "added"
    ? { membersAdded: members }
    : { membersRemoved: members };
}
