import { installationsOf, type Connector } from "./connector.ts";

export type InstallResult =
  { ok: true } | { ok: false; reason: "unknownTeam" | "notAMember" };

/** Somebody adds the app to a team; the bot is told. Adding it again changes nothing. */
export function installApp(
  connector: Connector,
  request: { teamId: string; personId: string },
): InstallResult {
  const { simulation, announcer } = connector;
  const team = simulation.directory.team(request.teamId);
  if (!team) return { ok: false, reason: "unknownTeam" };
  if (!team.memberIds.includes(request.personId)) {
    return { ok: false, reason: "notAMember" };
  }
  const installations = installationsOf(simulation);
  if (installations.get(team.id)) return { ok: true };
  const installation = {
    teamId: team.id,
    installedById: request.personId,
    installedAt: simulation.clock.now().toISOString(),
    isAnnounced: false,
  };
  installations.put(team.id, installation);
  announcer.installed(installation);
  simulation.changes.announce("teams");
  return { ok: true };
}

export function removeApp(
  connector: Connector,
  request: { teamId: string; personId: string },
): InstallResult {
  const { simulation, announcer } = connector;
  const team = simulation.directory.team(request.teamId);
  if (!team) return { ok: false, reason: "unknownTeam" };
  if (!team.memberIds.includes(request.personId)) {
    return { ok: false, reason: "notAMember" };
  }
  const installation = installationsOf(simulation).get(team.id);
  if (!installation) return { ok: true };
  installationsOf(simulation).delete(team.id);
  announcer.removed(installation, request.personId);
  simulation.changes.announce("teams");
  return { ok: true };
}

/** The teams that have the app before anything happens, and those whose bot was never told. */
export function announceInstallations(
  connector: Connector,
  options: { isFresh: boolean },
): void {
  const { simulation, announcer } = connector;
  const installations = installationsOf(simulation);
  if (options.isFresh) {
    for (const team of simulation.directory.teams) {
      if (team.installedById === null) continue;
      installations.put(team.id, {
        teamId: team.id,
        installedById: team.installedById,
        installedAt: simulation.clock.now().toISOString(),
        isAnnounced: false,
      });
    }
  }
  for (const installation of installations.values()) {
    if (!installation.isAnnounced) announcer.installed(installation);
  }
}
