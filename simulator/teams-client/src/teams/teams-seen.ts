import type { Person, Team } from "../api/shapes.ts";

/**
 * The teams in somebody's list, each with the channels that this person sees
 * (Teams: Overview of standard, private and shared channels). Members see the
 * standard channels, and private and shared ones that they are in; people
 * outside the team see only shared channels that they are in.
 */
export function teamsSeenBy(person: Person, teams: readonly Team[]): Team[] {
  return teams
    .map((team) => {
      const isMember =
        team.memberIds.includes(person.id) || team.ownerIds.includes(person.id);
      const channels = team.channels.filter(
        ({ memberIds }) => memberIds?.includes(person.id) ?? isMember,
      );
      return { team: { ...team, channels }, isMember };
    })
    .filter(({ team, isMember }) => isMember || team.channels.length > 0)
    .map(({ team }) => team);
}
