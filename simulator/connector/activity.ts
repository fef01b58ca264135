import { randomUUID } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import { botAccountId, memberId } from "./connector.ts";
import { personalChatOf } from "./installations.ts";

/** What the Bot Connector sends to a bot, in the Bot Framework's form. */
export type Activity = Record<string, unknown>;

/** Where something happens, seen from the bot. */
export type Place =
  | { kind: "channel"; team: Team; channel: Channel; rootId: string | null }
  | { kind: "personal"; person: Person };

export function placeOfTeam(team: Team): Place {
  const [general] = team.channels;
  if (!general) throw new Error(`The team ${team.name} has no channel.`);
  return { kind: "channel", team, channel: general, rootId: null };
}

/** Bot Framework: Activity; Teams: Messages in bot conversations: what every activity has. */
export function commonFields(
  simulation: Simulation,
  place: Place,
  actor: Person,
): Activity {
  const { app, addresses, clock } = simulation;
  return {
    id: `f:${randomUUID()}`,
    timestamp: clock.now().toISOString(),
    channelId: "msteams",
    serviceUrl: addresses.connectorUrl,
    from: {
      id: memberId(simulation, actor),
      aadObjectId: actor.id,
    },
    conversation: conversationFields(simulation, place),
    recipient: { id: botAccountId(simulation), name: app.name },
  };
}

function conversationFields(simulation: Simulation, place: Place): Activity {
  const tenantId = simulation.directory.tenant.id;
  if (place.kind === "personal") {
    return {
      conversationType: "personal",
      tenantId,
      id: personalChatOf(simulation, place.person).id,
    };
  }
  const thread = place.rootId === null ? "" : `;messageid=${place.rootId}`;
  return {
    isGroup: true,
    conversationType: "channel",
    tenantId,
    id: `${place.channel.id}${thread}`,
  };
}

/** What a message or an action of a person carries besides: the sender's name, language and zone. */
export function clientFields(
  simulation: Simulation,
  place: Place,
  actor: Person,
  reader: { locale?: string; timezone?: string } = {},
): Activity {
  const { locale = "en-US", timezone = "America/Los_Angeles" } = reader;
  return {
    ...commonFields(simulation, place, actor),
    from: {
      id: memberId(simulation, actor),
      name: actor.displayName,
      aadObjectId: actor.id,
    },
    locale,
    localTimezone: timezone,
    entities: [
      {
        type: "clientInfo",
        locale,
        country: locale.split("-")[1] ?? "US",
        platform: "Web",
        timezone,
      },
    ],
    channelData: messageChannelData(simulation, place),
  };
}

/** Teams: Messages in bot conversations, Teams channel data: names only come with some events. */
function messageChannelData(simulation: Simulation, place: Place): Activity {
  const tenant = { id: simulation.directory.tenant.id };
  if (place.kind === "personal") return { tenant };
  return {
    teamsChannelId: place.channel.id,
    teamsTeamId: place.team.id,
    channel: { id: place.channel.id },
    team: { id: place.team.id },
    tenant,
  };
}

/** How a team is named where the documentation shows its name and its group. */
export function fullTeamInfo(team: Team) {
  return { id: team.id, name: team.name, aadGroupId: team.groupId };
}

/** In other events the documentation shows the id alone; real ones are seen with all of it. */
export function eventTeamInfo(simulation: Simulation, team: Team) {
  return simulation.settings.current().eventTeamDetails === "full"
    ? fullTeamInfo(team)
    : { id: team.id };
}
