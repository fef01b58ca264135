import type { KnownPerson } from "./attendance-facts.ts";

/** By what somebody is told from others. */
export interface Identity {
  objectId: string | null;
  /** Lower case; those that stand in reports and invitations come first. */
  addresses: string[];
  /** Where neither is known; null: not even that. */
  name: string | null;
  /** As rosters have it; null: none knows them. */
  knownName: string | null;
}

/** What one record tells of somebody. */
interface Clues {
  objectId: string | null;
  address: string | null;
  name: string | null;
}

interface Match<Person> {
  /** Who it is about: somebody of before, or somebody new. */
  find(clues: Clues): Person;
  people(): Person[];
}

/**
 * Tells who is the same as somebody of before. Two different object ids are two people, whatever address they share: an
 * address can change hands. Where only one of two records has an object id, the address decides.
 *
 * @param known whom rosters know, which tells further addresses of an object id, and whose an address is
 */
export function openMatch<Person extends Identity>(
  known: readonly KnownPerson[],
  begin: (identity: Identity) => Person,
): Match<Person> {
  const knownById = new Map(known.map((person) => [person.objectId, person]));
  const idByAddress = new Map(
    known.flatMap(({ objectId, addresses }) =>
      addresses.map((address) => [address, objectId] as const),
    ),
  );
  const people: Person[] = [];
  const byId = new Map<string, Person>();
  const byAddress = new Map<string, Person>();
  const byName = new Map<string, Person>();

  function find({ objectId, address, name }: Clues): Person {
    const id =
      objectId ??
      (address === null ? null : (idByAddress.get(address) ?? null));
    const addresses = [
      ...(address === null ? [] : [address]),
      ...(id === null ? [] : (knownById.get(id)?.addresses ?? [])),
    ];
    const found =
      (id === null ? undefined : byId.get(id)) ??
      addresses
        .map((one) => byAddress.get(one))
        .find(
          (person) =>
            person !== undefined && (id === null || person.objectId === null),
        ) ??
      (id === null && address === null && name !== null
        ? byName.get(name)
        : undefined);
    const person = found ?? add({ id, address, name });
    learn(person, { id, addresses });
    return person;
  }

  function add(of: {
    id: string | null;
    address: string | null;
    name: string | null;
  }): Person {
    const isToldByName = of.id === null && of.address === null;
    const person = begin({
      objectId: null,
      addresses: [],
      name: isToldByName ? of.name : null,
      knownName: null,
    });
    people.push(person);
    if (person.name !== null) byName.set(person.name, person);
    return person;
  }

  function learn(
    person: Person,
    of: { id: string | null; addresses: readonly string[] },
  ): void {
    if (of.id !== null && person.objectId === null) {
      person.objectId = of.id;
      person.knownName = knownById.get(of.id)?.displayName ?? null;
      byId.set(of.id, person);
    }
    for (const address of of.addresses) {
      if (!person.addresses.includes(address)) person.addresses.push(address);
      if (!byAddress.has(address)) byAddress.set(address, person);
    }
  }

  return { find, people: () => people };
}
