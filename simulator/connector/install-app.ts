import type { Simulation } from "../simulation.ts";
import { deleteTabsIn } from "../tabs/channel-tab.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";
import type { Connector } from "./connector.ts";
import { channelMemberIds } from "./conversation.ts";
import {
  channelInstallationsOf,
  installationsOf,
  personalChatOf,
  personalChatsOf,
} from "./installations.ts";
import { botInChannel, botInTeam, botWithPerson } from "./team-events.ts";

export type InstallResult =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "unknownTeam"
        | "unknownChannel"
        | "notAMember"
        | "notInTeam"
        | "standardChannel";
    };

export interface TeamAppRequest {
  teamId: string;
  personId: string;
  /** The channel that is chosen while the app is added; the General one if none is. */
  channelId?: string;
}

/** Somebody adds the app to a team; the bot is told. Adding it again changes nothing. */
export function installApp(
  connector: Connector,
  request: TeamAppRequest,
): InstallResult {
  const { simulation } = connector;
  const asked = readRequest(simulation, request);
  if (!asked.ok) return asked;
  const { team } = asked;
  if (installationsOf(simulation).get(team.id)) return { ok: true };
  install(connector, asked);
  return { ok: true };
}

export function removeApp(
  connector: Connector,
  request: TeamAppRequest,
): InstallResult {
  const { simulation, outbox } = connector;
  const asked = readRequest(simulation, request);
  if (!asked.ok) return asked;
  const { team, channel, person: actor } = asked;
  if (!installationsOf(simulation).get(team.id)) return { ok: true };
  simulation.store.atomically(() => {
    installationsOf(simulation).delete(team.id);
    for (const { id } of [...team.channels, ...team.deletedChannels]) {
      channelInstallationsOf(simulation).delete(id);
      deleteTabsIn(simulation, id);
    }
    const place = { kind: "channel", team, channel, rootId: null } as const;
    outbox.tell(...botInTeam(simulation, { place, actor }, "removed"));
  });
  simulation.changes.announce("teams");
  return { ok: true };
}

/** Somebody of a private or shared channel adds the app to it, which its team has already. */
export function addAppToChannel(
  connector: Connector,
  request: { teamId: string; channelId: string; personId: string },
): InstallResult {
  return changeChannelApp(connector, request, "added");
}

export function removeAppFromChannel(
  connector: Connector,
  request: { teamId: string; channelId: string; personId: string },
): InstallResult {
  return changeChannelApp(connector, request, "removed");
}

function changeChannelApp(
  connector: Connector,
  request: { teamId: string; channelId: string; personId: string },
  change: "added" | "removed",
): InstallResult {
  const { simulation, outbox } = connector;
  const asked = readRequest(simulation, request);
  if (!asked.ok) return asked;
  const { team, channel, person: actor } = asked;
  if (channel.membershipType === "standard") {
    return { ok: false, reason: "standardChannel" };
  }
  if (!installationsOf(simulation).get(team.id)) {
    return { ok: false, reason: "notInTeam" };
  }
  const installations = channelInstallationsOf(simulation);
  const isThere = installations.get(channel.id) !== undefined;
  if (isThere === (change === "added")) return { ok: true };
  simulation.store.atomically(() => {
    if (change === "added") {
      installations.put(channel.id, {
        channelId: channel.id,
        addedById: actor.id,
      });
    } else {
      installations.delete(channel.id);
      deleteTabsIn(simulation, channel.id);
    }
    if (simulation.settings.current().channelAppEvents === "none") return;
    outbox.tell(botInChannel(simulation, { team, channel, actor }, change));
  });
  simulation.changes.announce("teams");
  return { ok: true };
}

/** Somebody adds the app for themselves, which opens the chat with the bot. */
export function installPersonally(connector: Connector, person: Person): void {
  const { simulation, outbox } = connector;
  const chat = personalChatOf(simulation, person);
  if (chat.hasApp) return;
  simulation.store.atomically(() => {
    const changed = { ...chat, hasApp: true, hadApp: true };
    personalChatsOf(simulation).put(chat.id, changed);
    const change = chat.hadApp ? "addedAgain" : "addedFirst";
    outbox.tell(...botWithPerson(simulation, person, change));
  });
  simulation.changes.announce("teams");
}

export function uninstallPersonally(
  connector: Connector,
  person: Person,
): void {
  const { simulation, outbox } = connector;
  const chat = personalChatOf(simulation, person);
  if (!chat.hasApp) return;
  simulation.store.atomically(() => {
    personalChatsOf(simulation).put(chat.id, { ...chat, hasApp: false });
    outbox.tell(...botWithPerson(simulation, person, "removed"));
  });
  simulation.changes.announce("teams");
}

/** Teams tells a bot nothing of it: it notices at its next message. */
export function blockBot(
  simulation: Simulation,
  person: Person,
  blocksBot: boolean,
): void {
  const chat = personalChatOf(simulation, person);
  personalChatsOf(simulation).put(chat.id, { ...chat, blocksBot });
  simulation.changes.announce("teams");
}

/** The teams that have the app before anything happens. */
export function installSeededApps(connector: Connector): void {
  const { simulation } = connector;
  for (const team of simulation.directory.teams) {
    if (team.installedById === null) continue;
    const asked = readRequest(simulation, {
      teamId: team.id,
      personId: team.installedById,
    });
    if (asked.ok) install(connector, asked);
  }
}

function install(
  connector: Connector,
  where: { team: Team; channel: Channel; person: Person },
): void {
  const { simulation, outbox } = connector;
  const { team, channel, person: actor } = where;
  simulation.store.atomically(() => {
    installationsOf(simulation).put(team.id, {
      teamId: team.id,
      installedById: actor.id,
      installedAt: simulation.clock.now().toISOString(),
    });
    const place = { kind: "channel", team, channel, rootId: null } as const;
    outbox.tell(...botInTeam(simulation, { place, actor }, "added"));
  });
  simulation.changes.announce("teams");
}

function readRequest(
  simulation: Simulation,
  request: TeamAppRequest,
):
  | { ok: true; team: Team; channel: Channel; person: Person }
  | (InstallResult & { ok: false }) {
  const { directory } = simulation;
  const team = directory.team(request.teamId);
  if (!team) return { ok: false, reason: "unknownTeam" };
  const channelId = request.channelId ?? team.id;
  const channel = team.channels.find(({ id }) => id === channelId);
  if (!channel) return { ok: false, reason: "unknownChannel" };
  const person = directory.person(request.personId);
  if (!person || !channelMemberIds(team, channel).includes(person.id)) {
    return { ok: false, reason: "notAMember" };
  }
  return { ok: true, team, channel, person };
}
