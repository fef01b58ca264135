import type { Person, World } from "../api/shapes.ts";

export type Role = "lead" | "employee" | "admin" | "service account";

export const roleHeadings: Record<Role, string> = {
  lead: "Leads",
  employee: "Employees",
  admin: "Admins",
  "service account": "Service account",
};

/** What somebody is in the walkthrough: owners of a team count as its leads. */
export function roleOf(person: Person, world: World): Role {
  if (person.isServiceAccount) return "service account";
  if (person.isAdmin) return "admin";
  const leads = world.teams.some(
    ({ ownerIds, app }) =>
      ownerIds.includes(person.id) || app?.installedById === person.id,
  );
  return leads ? "lead" : "employee";
}

/** The people under their roles, in the order of the headings; empty ones are left out. */
export function groupByRole(
  people: readonly Person[],
  world: World,
): { role: Role; people: Person[] }[] {
  const roles = Object.keys(roleHeadings) as Role[];
  return roles
    .map((role) => ({
      role,
      people: people.filter((person) => roleOf(person, world) === role),
    }))
    .filter((group) => group.people.length > 0);
}

export function teamsOf(person: Person, world: World): World["teams"] {
  return world.teams.filter(
    ({ ownerIds, memberIds }) =>
      ownerIds.includes(person.id) || memberIds.includes(person.id),
  );
}
