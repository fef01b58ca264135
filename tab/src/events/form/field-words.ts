import { readCanonical } from "../../../../bot/contract/description/read-canonical.ts";
import { writePlain } from "../../../../bot/contract/description/write-plain.ts";
import { draftTime } from "./draft-summary.ts";
import type { SettledDraft } from "./event-draft.ts";
import type { MergeField } from "./merge/merge-drafts.ts";

export const fieldLabels: Record<MergeField, string> = {
  title: "Title",
  description: "Description",
  when: "When",
  isOnline: "Teams meeting",
  location: "Location",
  wholeGroup: "Everyone in the group",
  lateJoiners: "People who join later",
  lists: "Mailing lists",
  open: "Let others join",
};

/** What a part of the form says, in words. */
export function fieldText(
  field: MergeField,
  draft: SettledDraft,
  locale: string,
): string {
  switch (field) {
    case "title":
    case "location":
      return draft[field].trim() === "" ? "(empty)" : draft[field];
    case "description":
      return writePlain(readCanonical(draft.descriptionHtml)) || "(empty)";
    case "when":
      return draftTime(draft, locale);
    case "isOnline":
      return draft.isOnline ? "With a Teams meeting" : "No Teams meeting";
    case "wholeGroup":
      return draft.wholeGroup ? "Invited" : "Not invited";
    case "lateJoiners":
      return draft.lateJoiners ? "Invited by themselves" : "Not invited";
    case "open":
      return draft.open ? "Others can join" : "Others cannot join";
    case "lists":
      return draft.lists.length === 0
        ? "No mailing lists"
        : draft.lists
            .map(({ address, about }) => `${address} (about ${about} people)`)
            .join(", ");
  }
}
