import * as teams from "../connector/change-team.ts";
import type { Connector } from "../connector/connector.ts";
import {
  addAppToChannel,
  blockBot,
  installPersonally,
  removeAppFromChannel,
  uninstallPersonally,
} from "../connector/install-app.ts";
import type { Channel, MembershipType } from "../world/world-seed.ts";
import { requirePerson } from "./conversation-desk.ts";
import type { ChannelTab, TabConfig } from "../tabs/channel-tab.ts";
import { tabDesk, type TabPlace } from "./tab-desk.ts";
import {
  requireChannel,
  requireDeletedChannel,
  requireDone,
  requireFreeName,
  requireOtherOwner,
  requireOwnChannel,
  requireTeam,
  teamChange,
} from "./team-desk.ts";

/** A team by its thread id, its group's id or its name; who changes it is an owner if not said. */
interface TeamName {
  team: string;
  by?: string;
}

/** A channel of it by its id. */
interface ChannelName extends TeamName {
  channel: string;
}

interface MemberName extends TeamName {
  /** By object id, user principal name or address. */
  person: string;
}

interface NewChannel extends TeamName {
  name: string;
  membershipType?: MembershipType;
  /** Of a private or shared channel; whoever makes it if none are said. */
  members?: string[];
}

/** By the first member of the channel if no person is said. */
interface ChannelApp extends ChannelName {
  person?: string;
}

/** What people do with teams and with the app, for tests. What Teams would refuse throws a sentence. */
export interface TeamSide {
  renameTeam(of: TeamName & { name: string }): void;
  archiveTeam(of: TeamName & { isArchived?: boolean }): void;
  addMember(of: MemberName): void;
  removeMember(of: MemberName): void;
  addOwner(of: MemberName): void;
  removeOwner(of: MemberName): void;
  addChannel(of: NewChannel): Channel;
  renameChannel(of: ChannelName & { name: string }): void;
  deleteChannel(of: ChannelName): void;
  restoreChannel(of: ChannelName): void;
  /** Private and shared channels alone. */
  addAppToChannel(of: ChannelApp): void;
  removeAppFromChannel(of: ChannelApp): void;
  /** The app's tab, as its page would have set it up. */
  addTab(of: TabPlace & TabConfig & { name: string }): ChannelTab;
  installPersonally(person: string): void;
  uninstallPersonally(person: string): void;
  blockBot(of: { person: string; blocked?: boolean }): void;
}

export function teamSide(connector: Connector): TeamSide {
  const { simulation } = connector;
  const person = (name: string) => requirePerson(simulation, name);
  const change = (of: TeamName) => teamChange(simulation, of);

  return {
    renameTeam: (of) => teams.renameTeam(connector, change(of), of.name),
    archiveTeam: (of) =>
      teams.archiveTeam(connector, change(of), of.isArchived ?? true),
    addMember: (of) =>
      teams.addMember(connector, change(of), person(of.person)),
    removeMember(of) {
      const changed = change(of);
      const member = person(of.person);
      requireOtherOwner(changed.team, member.id);
      teams.removeMember(connector, changed, member);
    },
    addOwner: (of) => teams.addOwner(connector, change(of), person(of.person)),
    removeOwner(of) {
      const changed = change(of);
      const owner = person(of.person);
      requireOtherOwner(changed.team, owner.id);
      teams.removeOwner(connector, changed, owner);
    },
    addChannel(of) {
      const changed = change(of);
      requireFreeName(changed.team, of.name);
      return teams.addChannel(connector, changed, {
        name: of.name,
        membershipType: of.membershipType ?? "standard",
        memberIds: of.members?.map((name) => person(name).id),
      });
    },
    renameChannel(of) {
      const changed = change(of);
      const channel = requireOwnChannel(changed.team, of.channel);
      teams.renameChannel(connector, changed, { channel, name: of.name });
    },
    deleteChannel(of) {
      const changed = change(of);
      const channel = requireOwnChannel(changed.team, of.channel);
      teams.deleteChannel(connector, changed, channel);
    },
    restoreChannel(of) {
      const changed = change(of);
      const channel = requireDeletedChannel(changed.team, of.channel);
      teams.restoreChannel(connector, changed, channel);
    },
    addAppToChannel: (of) =>
      requireDone(addAppToChannel(connector, channelApp(of))),
    removeAppFromChannel: (of) =>
      requireDone(removeAppFromChannel(connector, channelApp(of))),
    addTab: ({ team, channel, person: by, ...wanted }) =>
      tabDesk(simulation).add({ team, channel, person: by }, wanted),
    installPersonally: (name) => installPersonally(connector, person(name)),
    uninstallPersonally: (name) => uninstallPersonally(connector, person(name)),
    blockBot: (of) =>
      blockBot(simulation, person(of.person), of.blocked ?? true),
  };

  function channelApp(of: ChannelApp) {
    const team = requireTeam(simulation, of.team);
    const channel = requireChannel(team, of.channel);
    const name = of.person ?? channel.memberIds?.[0] ?? team.memberIds[0] ?? "";
    return {
      teamId: team.id,
      channelId: channel.id,
      personId: person(name).id,
    };
  }
}
