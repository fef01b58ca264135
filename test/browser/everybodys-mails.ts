import type { World } from "../harness/world.ts";
import { untilIdle } from "../harness/idle.ts";

/** Kinds of mails by address, newest first; who has none is left out. */
export type Mails = Record<string, string[]>;

/** What lies in every mailbox of the organization once nothing is under way any more. */
export async function everybodysMails(world: World): Promise<Mails> {
  await untilIdle(world);
  return mailsSoFar(world);
}

export function mailsSoFar({ simulator }: World): Mails {
  const mails: Mails = {};
  for (const { mail: address } of simulator.world.people) {
    const kinds = simulator.mailbox(address).mails.map(({ kind }) => kind);
    if (kinds.length > 0) mails[address] = kinds;
  }
  return mails;
}

export function sameMailsFor(addresses: string[], kinds: string[]): Mails {
  return Object.fromEntries(addresses.map((address) => [address, kinds]));
}

/** The addresses of a team's members. */
export function membersOf(world: World, teamName: string): string[] {
  const { teams, people } = world.simulator.world;
  const team = teams.find(({ name }) => name === teamName);
  if (!team) throw new Error(`There is no team ${teamName}.`);
  return people
    .filter(({ id }) => team.memberIds.includes(id))
    .map(({ mail }) => mail);
}
