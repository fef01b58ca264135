import type { OverseenGroup } from "../../../../bot/contract/groups.ts";
import { peopleCount } from "../group-choice.ts";

const many = (count: number, one: string, several: string) =>
  `${count} ${count === 1 ? one : several}`;

/** How many are in a group, and who leads it, in a sentence. */
export function overseenSentence(group: OverseenGroup): string {
  const { memberCount, owners, contributors } = group;
  const leads = [
    many(owners, "owner", "owners"),
    ...(contributors > 0
      ? [many(contributors, "contributor", "contributors")]
      : []),
  ];
  return `${peopleCount(memberCount)}, ${leads.join(" and ")}.`;
}

/** What is amiss with a group, with what helps; null: nothing. */
export function overseenTrouble(group: OverseenGroup): string | null {
  if (!group.installed)
    return "ERG Events was removed from its team, so nothing new can be scheduled. Add it to the team again in Teams: the group goes on with its events.";
  if (group.owners === 0)
    return "Nobody owns it, so nobody can appoint leads. Remove ERG Events from its team in Teams and have the one add it again who is to own the group.";
  return null;
}
