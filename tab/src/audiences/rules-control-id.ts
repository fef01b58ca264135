import type { RulesDraft } from "./rules-draft.ts";

/** The id of a field's control, by which the cursor finds the first wrong one. */
export function rulesControlId(field: keyof RulesDraft): string {
  return `rules-${field}`;
}
