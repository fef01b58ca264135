import type { TeamChange } from "../connector/change-team.ts";
import type { InstallResult } from "../connector/install-app.ts";
import type { Simulation } from "../simulation.ts";
import type { Channel, Team } from "../world/world-seed.ts";
import { ControlError } from "./control-error.ts";
import { requirePerson } from "./conversation-desk.ts";

/** A team by its thread id, its group's id, or its name. */
export function requireTeam(simulation: Simulation, name: string): Team {
  const { directory } = simulation;
  const found =
    directory.team(name) ?? directory.teams.find((team) => team.name === name);
  if (found) return found;
  throw new ControlError(404, "There is no such team.");
}

/** Whoever is not said to change a team is one of its owners. */
export function teamChange(
  simulation: Simulation,
  request: { team: string; by?: string | undefined },
): TeamChange {
  const team = requireTeam(simulation, request.team);
  const name = request.by ?? team.ownerIds[0] ?? team.memberIds[0] ?? "";
  return { team, actor: requirePerson(simulation, name) };
}

export function requireChannel(team: Team, id: string): Channel {
  const found = team.channels.find((channel) => channel.id === id);
  if (found) return found;
  throw noSuchChannel();
}

/** A channel that is not the General one, which can be neither renamed nor deleted here. */
export function requireOwnChannel(team: Team, id: string): Channel {
  if (id === team.id) {
    throw new ControlError(409, "The General channel stays as it is.");
  }
  return requireChannel(team, id);
}

export function requireDeletedChannel(team: Team, id: string): Channel {
  const found = team.deletedChannels.find((channel) => channel.id === id);
  if (found) return found;
  throw noSuchChannel();
}

export function requireFreeName(team: Team, name: string): void {
  const isTaken = [...team.channels, ...team.deletedChannels].some(
    (channel) => channel.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) {
    throw new ControlError(
      409,
      "The team has, or had, a channel of this name.",
    );
  }
}

/** A team keeps at least one owner. */
export function requireOtherOwner(team: Team, personId: string): void {
  if (team.ownerIds.some((id) => id !== personId)) return;
  throw new ControlError(409, "A team needs an owner: add another one first.");
}

/** Says in a sentence why the app was not added or removed. */
export function requireDone(result: InstallResult): void {
  if (result.ok) return;
  switch (result.reason) {
    case "unknownTeam":
      throw new ControlError(404, "There is no such team.");
    case "unknownChannel":
      throw new ControlError(404, "There is no such channel.");
    case "notAMember":
      throw new ControlError(403, "Only a member can do this.");
    case "notInTeam":
      throw new ControlError(409, "Add the app to the team first.");
    case "standardChannel":
      throw new ControlError(
        409,
        "A standard channel has the app as soon as its team does.",
      );
  }
}

function noSuchChannel(): ControlError {
  return new ControlError(404, "There is no such channel.");
}
