import type { NamedCounts } from "../../contract/named-counts.ts";
import type { Invitee } from "./resolve-audience.ts";

/**
 * How the addresses that a lead named come down to people. Pure.
 * @param names the addresses in lower case, as often as they were given
 * @param before those of the event as it is, and who is invited to it already; null: a new event
 */
export function countNamed(given: {
  names: readonly string[];
  invitees: readonly Invitee[];
  before: {
    names: readonly string[];
    invited: ReadonlySet<string>;
  } | null;
}): NamedCounts {
  const personOf = new Map<string, Invitee>();
  for (const invitee of given.invitees)
    for (const alias of invitee.aliases) personOf.set(alias, invitee);
  // Somebody's sign-in name can be another one's mail address, which counts.
  for (const invitee of given.invitees) personOf.set(invitee.address, invitee);
  const namedBefore = new Set(given.before?.names);
  const counted = new Set<Invitee>();
  const counts: NamedCounts = { people: 0, doubles: 0, inGroup: 0, invited: 0 };
  for (const name of given.names) {
    const person = personOf.get(name);
    if (!person) {
      // Nobody else whom a lead names is left out.
      counts.organizer = true;
      continue;
    }
    if (counted.has(person)) {
      counts.doubles += 1;
      continue;
    }
    counted.add(person);
    counts.people += 1;
    if (person.inGroup) counts.inGroup += 1;
    else if (
      !namedBefore.has(name) &&
      given.before?.invited.has(person.address)
    )
      counts.invited += 1;
  }
  return counts;
}
