import type { Audience } from "../../contract/event-content.ts";

/** The groups whose members an event invites: its own where the lead says so, and those that host it, too. */
export function invitedGroups(
  groupId: string,
  audience: Pick<Audience, "group" | "coHosts">,
): string[] {
  return [
    ...(audience.group ? [groupId] : []),
    ...coHostsBesides(groupId, audience),
  ];
}

/** Each further group once; an event's own group hosts it anyway. */
export function coHostsBesides(
  groupId: string,
  { coHosts = [] }: Pick<Audience, "coHosts">,
): string[] {
  return [...new Set(coHosts)].filter((id) => id !== groupId);
}
