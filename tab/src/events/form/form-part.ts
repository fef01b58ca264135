import type { FieldErrors, FormField } from "./check-draft.ts";
import type { EventDraft, SettledDraft } from "./event-draft.ts";

/** What each part of the form gets. */
export interface FormPart {
  draft: SettledDraft;
  errors: FieldErrors;
  /** The event that is changed; null: a new one. */
  eventId: string | null;
  /** Takes a change, not a draft: controls tell of changes late, such as a date that is read when the field is left. */
  onChange: (change: (draft: EventDraft) => EventDraft) => void;
}

/** The id of a field's control, by which the cursor finds the first wrong one. */
export function controlId(field: FormField): string {
  return `event-${field}`;
}
