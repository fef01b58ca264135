import type { GroupLead, GroupRole } from "../../../../bot/contract/groups.ts";

/** What somebody is in a group, in a few words. */
export function leadWords({ role, ownsTeam }: GroupLead): string {
  if (role === "contributor") return "Contributor";
  return ownsTeam ? "Owner, because they own the team in Teams" : "Owner";
}

/** What each role lets somebody do. */
export const roleChoices: readonly {
  role: GroupRole;
  label: string;
  hint: string;
}[] = [
  {
    role: "owner",
    label: "Owner",
    hint: "Schedules events, changes the group’s settings, downloads lists, and says who else leads the group.",
  },
  {
    role: "contributor",
    label: "Contributor",
    hint: "Schedules events and changes the group’s settings.",
  },
  {
    role: "member",
    label: "Member",
    hint: "Sees the group’s events and answers them.",
  },
];

/** What has been done, once it is. */
export function appointedSentence(given: {
  name: string;
  role: GroupRole;
}): string {
  const { name, role } = given;
  if (role === "member") return `${name} leads the group no longer.`;
  return role === "owner"
    ? `${name} is an owner now.`
    : `${name} is a contributor now.`;
}

/** How many members are found, in a sentence. */
export function foundSentence(count: number, hasMore: boolean): string {
  if (count === 0) return "No member of the group has this name or address.";
  if (hasMore) return `The first ${count} by name. Type more of the name.`;
  return count === 1 ? "1 member found." : `${count} members found.`;
}
