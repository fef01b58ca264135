import { simulator } from "../api/simulator.ts";
import { useLive, type Loaded } from "../api/use-live.ts";
import { useWorld } from "../api/world.tsx";
import type { Person } from "../api/shapes.ts";
import { useAddress } from "./use-address.ts";

/** Whom the address names: nobody, somebody, or somebody who does not exist here. */
export type Identity =
  { kind: "nobody" } | { kind: "unknown"; upn: string } | IdentifiedPerson;

type IdentifiedPerson = { kind: "person"; person: Person };

/** Finds the person of `?as=`; the world lists only the first two hundred people. */
export function useIdentity(): Loaded<Identity> {
  const world = useWorld();
  const { as } = useAddress();
  const listed = as === null ? undefined : find(world.people, as);
  const asked = as !== null && !listed ? as : "";
  const { loaded } = useLive(
    `person ${asked}`,
    async (signal) =>
      asked === "" ? [] : await simulator.searchPeople(asked, signal),
    [],
  );
  if (as === null) return { status: "ready", value: { kind: "nobody" } };
  if (listed)
    return { status: "ready", value: { kind: "person", person: listed } };
  if (loaded.status !== "ready") return loaded;
  const person = find(loaded.value, as);
  return {
    status: "ready",
    value: person ? { kind: "person", person } : { kind: "unknown", upn: as },
  };
}

function find(people: readonly Person[], upn: string): Person | undefined {
  const wanted = upn.toLowerCase();
  return people.find((person) => person.upn.toLowerCase() === wanted);
}
