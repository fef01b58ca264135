import type {
  DistributionList,
  Person,
  Team,
  Tenant,
  WorldSeed,
} from "./world-seed.ts";

/** Who and what exists in the organization, found by any of its names. */
export interface Directory {
  tenant: Tenant;
  people: Person[];
  teams: Team[];
  distributionLists: DistributionList[];
  serviceAccount: Person | undefined;
  person(id: string): Person | undefined;
  /** By address or user principal name, whatever the case of the letters. */
  personByAddress(address: string): Person | undefined;
  distributionList(address: string): DistributionList | undefined;
  /** By thread id or group id. */
  team(id: string): Team | undefined;
  /** The team that a channel's conversation id belongs to. */
  teamOfChannel(channelId: string): Team | undefined;
  searchPeople(text: string, limit: number): Person[];
}

export function buildDirectory(seed: WorldSeed): Directory {
  const byId = new Map(seed.people.map((person) => [person.id, person]));
  const byAddress = new Map<string, Person>();
  for (const person of seed.people) {
    byAddress.set(person.upn.toLowerCase(), person);
    byAddress.set(person.mail.toLowerCase(), person);
  }
  const lists = new Map(
    seed.distributionLists.map((list) => [list.address.toLowerCase(), list]),
  );
  const teams = new Map<string, Team>();
  const teamsByChannel = new Map<string, Team>();
  for (const team of seed.teams) {
    teams.set(team.id, team);
    teams.set(team.groupId, team);
    for (const channel of team.channels) teamsByChannel.set(channel.id, team);
  }
  return {
    ...seed,
    serviceAccount: seed.people.find((person) => person.isServiceAccount),
    person: (id) => byId.get(id),
    personByAddress: (address) => byAddress.get(address.toLowerCase()),
    distributionList: (address) => lists.get(address.toLowerCase()),
    team: (id) => teams.get(id),
    teamOfChannel: (channelId) => teamsByChannel.get(channelId),
    searchPeople: (text, limit) => search(seed.people, text, limit),
  };
}

function search(people: Person[], text: string, limit: number): Person[] {
  const wanted = text.trim().toLowerCase();
  const found: Person[] = [];
  for (const person of people) {
    if (found.length >= limit) break;
    const matches =
      person.displayName.toLowerCase().includes(wanted) ||
      person.mail.toLowerCase().includes(wanted) ||
      person.upn.toLowerCase().includes(wanted);
    if (matches) found.push(person);
  }
  return found;
}
