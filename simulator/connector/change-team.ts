import { randomUUID } from "node:crypto";
import type { Simulation } from "../simulation.ts";
import type {
  Channel,
  MembershipType,
  Person,
  Team,
} from "../world/world-seed.ts";
import type { Activity } from "./activity.ts";
import type { Connector } from "./connector.ts";
import { installationsOf, isInChannel } from "./installations.ts";
import { channelChanged, personInTeam, teamChanged } from "./team-events.ts";

/** A team, and who changes it. */
export interface TeamChange {
  team: Team;
  actor: Person;
}

export function renameTeam(
  connector: Connector,
  { team, actor }: TeamChange,
  name: string,
): void {
  if (team.name === name) return;
  const renamed = { ...team, name };
  change(connector, renamed, (simulation) =>
    teamChanged(simulation, { team: renamed, actor }, "teamRenamed"),
  );
}

export function archiveTeam(
  connector: Connector,
  { team, actor }: TeamChange,
  isArchived: boolean,
): void {
  if (team.isArchived === isArchived) return;
  const changed = { ...team, isArchived };
  change(connector, changed, (simulation) =>
    teamChanged(
      simulation,
      { team: changed, actor },
      isArchived ? "teamArchived" : "teamUnarchived",
    ),
  );
}

export function addMember(
  connector: Connector,
  { team, actor }: TeamChange,
  member: Person,
): void {
  if (team.memberIds.includes(member.id)) return;
  const changed = { ...team, memberIds: [...team.memberIds, member.id] };
  change(connector, changed, (simulation) =>
    personInTeam(simulation, { team: changed, actor, member }, "added"),
  );
}

/** Who leaves the team leaves its private channels, too; a shared one does not depend on the team. */
export function removeMember(
  connector: Connector,
  { team, actor }: TeamChange,
  member: Person,
): void {
  if (!team.memberIds.includes(member.id)) return;
  const others = (ids: string[]) => ids.filter((id) => id !== member.id);
  const changed: Team = {
    ...team,
    memberIds: others(team.memberIds),
    ownerIds: others(team.ownerIds),
    channels: team.channels.map((channel) =>
      channel.membershipType === "private" && channel.memberIds
        ? { ...channel, memberIds: others(channel.memberIds) }
        : channel,
    ),
  };
  change(connector, changed, (simulation) =>
    personInTeam(simulation, { team: changed, actor, member }, "removed"),
  );
}

/** Teams tells a bot nothing of who owns a team; of a new member it does. */
export function addOwner(
  connector: Connector,
  { team, actor }: TeamChange,
  owner: Person,
): void {
  addMember(connector, { team, actor }, owner);
  const now = connector.simulation.directory.team(team.id) ?? team;
  if (now.ownerIds.includes(owner.id)) return;
  change(connector, { ...now, ownerIds: [...now.ownerIds, owner.id] });
}

export function removeOwner(
  connector: Connector,
  { team }: TeamChange,
  owner: Person,
): void {
  const ownerIds = team.ownerIds.filter((id) => id !== owner.id);
  change(connector, { ...team, ownerIds });
}

/** A private or shared channel begins with whoever makes it, and the bot is not told of it. */
export function addChannel(
  connector: Connector,
  { team, actor }: TeamChange,
  wanted: {
    name: string;
    membershipType: MembershipType;
    memberIds?: string[] | undefined;
  },
): Channel {
  const { name, membershipType } = wanted;
  const isOpen = membershipType === "standard";
  const channel: Channel = {
    id: `19:${randomUUID().replaceAll("-", "")}@thread.tacv2`,
    name,
    membershipType,
    memberIds: isOpen ? null : (wanted.memberIds ?? [actor.id]),
  };
  const changed = { ...team, channels: [...team.channels, channel] };
  change(connector, changed, (simulation) =>
    isOpen
      ? channelChanged(
          simulation,
          { team: changed, channel, actor },
          "channelCreated",
        )
      : null,
  );
  return channel;
}

export function renameChannel(
  connector: Connector,
  { team, actor }: TeamChange,
  request: { channel: Channel; name: string },
): void {
  const { channel: before, name } = request;
  if (before.name === name) return;
  const channel = { ...before, name };
  const changed: Team = {
    ...team,
    channels: team.channels.map((other) =>
      other.id === channel.id ? channel : other,
    ),
  };
  change(connector, changed, (simulation) =>
    isInChannel(simulation, changed, channel)
      ? channelChanged(
          simulation,
          { team: changed, channel, actor },
          "channelRenamed",
        )
      : null,
  );
}

export function deleteChannel(
  connector: Connector,
  { team, actor }: TeamChange,
  channel: Channel,
): void {
  const hadBot = isInChannel(connector.simulation, team, channel);
  const changed: Team = {
    ...team,
    channels: team.channels.filter(({ id }) => id !== channel.id),
    deletedChannels: [...team.deletedChannels, channel],
  };
  change(connector, changed, (simulation) =>
    hadBot
      ? channelChanged(
          simulation,
          { team: changed, channel, actor },
          "channelDeleted",
        )
      : null,
  );
}

/** With its messages, and with the app if it was there. */
export function restoreChannel(
  connector: Connector,
  { team, actor }: TeamChange,
  channel: Channel,
): void {
  const changed: Team = {
    ...team,
    channels: [...team.channels, channel],
    deletedChannels: team.deletedChannels.filter(({ id }) => id !== channel.id),
  };
  change(connector, changed, (simulation) =>
    isInChannel(simulation, changed, channel)
      ? channelChanged(
          simulation,
          { team: changed, channel, actor },
          "channelRestored",
        )
      : null,
  );
}

/** The bot hears of it if the team has the app. */
function change(
  { simulation, outbox }: Connector,
  team: Team,
  event: (simulation: Simulation) => Activity | null = () => null,
): void {
  simulation.store.atomically(() => {
    simulation.directory.putTeam(team);
    if (!installationsOf(simulation).get(team.id)) return;
    const activity = event(simulation);
    if (activity) outbox.tell(activity);
  });
  simulation.changes.announce("teams");
}
