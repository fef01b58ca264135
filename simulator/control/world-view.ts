import {
  installationsOf,
  isInChannel,
  personalChatOf,
} from "../connector/installations.ts";
import type { Simulation } from "../simulation.ts";
import { tabsIn } from "../tabs/channel-tab.ts";
import type { Channel, Person, Team } from "../world/world-seed.ts";

/** Others are found by `/sim/api/people?search=`. */
const shownPeople = 200;

export function worldView(simulation: Simulation) {
  const { directory, app, publicUrl } = simulation;
  return {
    tenant: { id: directory.tenant.id, name: directory.tenant.name },
    people: directory.people
      .slice(0, shownPeople)
      .map((person) => personView(simulation, person)),
    teams: directory.teams.map((team) => ({
      id: team.id,
      groupId: team.groupId,
      name: team.name,
      description: team.description,
      confidentialHint: team.confidentialHint,
      isArchived: team.isArchived,
      channels: team.channels.map((channel) =>
        channelView(simulation, team, channel),
      ),
      deletedChannels: team.deletedChannels,
      ownerIds: team.ownerIds,
      memberIds: team.memberIds,
      app: installedApp(simulation, team.id),
    })),
    app: {
      appId: app.teamsAppId,
      name: app.name,
      clientId: app.clientId,
      botId: app.botId,
      baseUrl: publicUrl,
      personalTabs: [
        { entityId: "events", name: "Events", contentUrl: `${publicUrl}/` },
        {
          entityId: "my-answers",
          name: "My answers",
          contentUrl: `${publicUrl}/?state=going`,
        },
      ],
      configurableTab: app.configurableTab,
      commands: app.commands,
    },
  };
}

function installedApp(simulation: Simulation, teamId: string) {
  const installation = installationsOf(simulation).get(teamId);
  return installation ? { installedById: installation.installedById } : null;
}

function channelView(simulation: Simulation, team: Team, channel: Channel) {
  const tabs = tabsIn(simulation, channel.id).map(({ id, name, config }) => ({
    id,
    name,
    ...config,
  }));
  if (channel.membershipType === "standard") return { ...channel, tabs };
  // Private and shared channels need the app added to themselves.
  return { ...channel, tabs, hasApp: isInChannel(simulation, team, channel) };
}

function personView(simulation: Simulation, person: Person) {
  const { hasApp, blocksBot } = personalChatOf(simulation, person);
  return { ...person, hasApp, blocksBot };
}
