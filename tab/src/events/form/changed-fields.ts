import type { SettledDraft } from "./event-draft.ts";
import { fieldLabels, fieldText } from "./field-words.ts";

/** A part of the event that becomes something else, in words. */
export interface ChangedField {
  label: string;
  before: string;
  after: string;
}

/**
 * Those that a line shows whole. Who is mailed says who is added and removed, and the cards' sentences where they
 * go; a description can be long, and stands in the preview beside the form.
 */
const shownFields = [
  "title",
  "when",
  "isOnline",
  "location",
  "wholeGroup",
  "lateJoiners",
  "open",
] as const;

/** What of the event becomes something else, before it is sent. Pure. */
export function changedFields(given: {
  before: SettledDraft;
  after: SettledDraft;
  locale: string;
}): ChangedField[] {
  return shownFields
    .map((field) => ({
      label: fieldLabels[field],
      before: fieldText(field, given.before, given.locale),
      after: fieldText(field, given.after, given.locale),
    }))
    .filter(({ before, after }) => before.trim() !== after.trim());
}
