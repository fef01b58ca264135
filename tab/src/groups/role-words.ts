import type { GroupSummary } from "../../../bot/contract/groups.ts";

/** What the reader is in a group, and what that lets them do. */
export function roleSentence({ myRole }: Pick<GroupSummary, "myRole">): string {
  if (myRole === "owner") {
    return "You are an owner: you schedule its events and change its settings.";
  }
  if (myRole === "contributor") {
    return "You are a contributor: you schedule its events.";
  }
  return "You are a member.";
}

/** What being confidential means. Names are for leads in every group. */
export const confidentialSentence =
  "For anybody outside the group who is not invited, its events do not exist; who sees them sees how many come, and only leads see who.";
