import type { Person, World } from "../api/shapes.ts";
import { roleOf } from "../shell/roles.ts";

/** Who plays which part in the walkthrough. */
export type Cast = {
  admin: Person | undefined;
  account: Person | undefined;
  lead: Person | undefined;
  team: World["teams"][number] | undefined;
  /** Two members of the lead's team, who lead no team themselves. */
  members: [Person | undefined, Person | undefined];
};

/** The first team that has the app gives the lead and two members. */
export function castOf(world: World): Cast {
  const byId = new Map(world.people.map((person) => [person.id, person]));
  const team = world.teams.find(({ app }) => app !== null) ?? world.teams[0];
  const lead = byId.get(team?.app?.installedById ?? team?.ownerIds[0] ?? "");
  const plain = world.people.filter(
    (person) =>
      team?.memberIds.includes(person.id) &&
      person.id !== lead?.id &&
      !person.isServiceAccount &&
      !person.isAdmin,
  );
  const well = (name: string) =>
    plain.find(({ displayName }) => displayName.startsWith(name));
  const employees = plain.filter(
    (person) => roleOf(person, world) === "employee",
  );
  const first = well("Adele") ?? employees[0] ?? plain[0];
  const second =
    well("Alex") ?? employees.find((person) => person !== first) ?? plain[1];
  return {
    admin: world.people.find(({ isAdmin }) => isAdmin),
    account: world.people.find(({ isServiceAccount }) => isServiceAccount),
    lead,
    team,
    members: [first, second],
  };
}

export function firstName(person: Person): string {
  return person.displayName.split(" ")[0] ?? person.displayName;
}
