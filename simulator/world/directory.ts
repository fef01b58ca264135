import type { Store } from "../store/store.ts";
import type {
  Channel,
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
  /** As they are now; a team is a record that is replaced, never changed in place. */
  readonly teams: Team[];
  distributionLists: DistributionList[];
  serviceAccount: Person | undefined;
  person(id: string): Person | undefined;
  /** By address or user principal name, whatever the case of the letters. */
  personByAddress(address: string): Person | undefined;
  /** A list, or the Microsoft 365 group behind a team with those whom its mail reaches. */
  distributionList(address: string): DistributionList | undefined;
  /** By thread id or group id. */
  team(id: string): Team | undefined;
  /** The team that a channel belongs to; not for deleted channels. */
  teamOfChannel(channelId: string): Team | undefined;
  channel(channelId: string): Channel | undefined;
  /** Replaces a team of the seed by what it has become; kept over a restart. */
  putTeam(team: Team): void;
  searchPeople(text: string, limit: number): Person[];
}

/** The seed, and on top of it what people have changed since, which the store holds. */
export function buildDirectory(seed: WorldSeed, store: Store): Directory {
  const byId = new Map(seed.people.map((person) => [person.id, person]));
  const byAddress = new Map<string, Person>();
  for (const person of seed.people) {
    byAddress.set(person.upn.toLowerCase(), person);
    byAddress.set(person.mail.toLowerCase(), person);
  }
  const lists = new Map(
    seed.distributionLists.map((list) => [list.address.toLowerCase(), list]),
  );
  const seeded = new Map<string, Team>();
  for (const team of seed.teams) {
    seeded.set(team.id, team);
    seeded.set(team.groupId, team);
  }
  const changed = store.table<Team>("changedTeams");
  // What an earlier version kept lacks what only the seed knows.
  const asItIs = (team: Team) => ({ ...team, ...changed.get(team.id) });
  const groups = new Map(
    seed.teams.map((team) => [team.groupMail.toLowerCase(), team]),
  );
  const groupAsList = (address: string): DistributionList | undefined => {
    const team = groups.get(address);
    if (!team) return undefined;
    const { name, subscriberIds, memberIds } = asItIs(team);
    return {
      address,
      name,
      memberIds: subscriberIds.filter((id) => memberIds.includes(id)),
    };
  };
  const teams = () => seed.teams.map(asItIs);
  const teamOfChannel = (channelId: string) =>
    teams().find((team) => team.channels.some(({ id }) => id === channelId));
  return {
    tenant: seed.tenant,
    people: seed.people,
    get teams() {
      return teams();
    },
    distributionLists: seed.distributionLists,
    serviceAccount: seed.people.find((person) => person.isServiceAccount),
    person: (id) => byId.get(id),
    personByAddress: (address) => byAddress.get(address.toLowerCase()),
    distributionList: (address) =>
      lists.get(address.toLowerCase()) ?? groupAsList(address.toLowerCase()),
    team(id) {
      const team = seeded.get(id);
      return team && asItIs(team);
    },
    teamOfChannel,
    channel: (channelId) =>
      teamOfChannel(channelId)?.channels.find(({ id }) => id === channelId),
    putTeam: (team) => changed.put(team.id, team),
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
