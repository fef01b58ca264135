import { installationsOf } from "../connector/connector.ts";
import type { Simulation } from "../simulation.ts";

/** Others are found by `/sim/api/people?search=`. */
const shownPeople = 200;

export function worldView(simulation: Simulation) {
  const { directory, app, publicUrl } = simulation;
  return {
    tenant: { id: directory.tenant.id, name: directory.tenant.name },
    people: directory.people.slice(0, shownPeople),
    teams: directory.teams.map((team) => ({
      id: team.id,
      groupId: team.groupId,
      name: team.name,
      description: team.description,
      confidentialHint: team.confidentialHint,
      channels: team.channels,
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
      ],
      channelTab: {
        entityId: "group-events",
        name: "Events",
        contentUrl: `${publicUrl}/`,
      },
    },
  };
}

function installedApp(simulation: Simulation, teamId: string) {
  const installation = installationsOf(simulation).get(teamId);
  return installation ? { installedById: installation.installedById } : null;
}
