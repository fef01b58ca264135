import type { GroupSummary } from "../../../bot/contract/groups.ts";

/** What the reader is in a group, and what that lets them do. */
export function roleSentence({ myRole }: Pick<GroupSummary, "myRole">): string {
  if (myRole === "owner") {
    return "You are an owner: you schedule its events, change its settings and say who else leads it.";
  }
  if (myRole === "contributor") {
    return "You are a contributor: you schedule its events and change its settings.";
  }
  return "You are a member.";
}

/** Who manages groups; the same two roles may add the app to a group's team. */
export const managersSentence =
  "Owners and contributors of a group may add ERG Events to its team and manage the group here.";

/** What being confidential means. */
export const confidentialSentence =
  "Only members and invited people can see that its events exist. Channels show numbers, never names.";
