import {
  addToRoomSchema,
  type AddToRoom,
} from "../../../../../bot/contract/attendance.ts";

/** Somebody who is added to the room, as it is typed. */
export interface PersonDraft {
  displayName: string;
  address: string;
}

export type PersonErrors = Partial<Record<keyof PersonDraft, string>>;

/** The fields in the order in which they stand in the dialog. */
export const personFields = ["displayName", "address"] as const;

export function isPersonField(field: unknown): field is keyof PersonDraft {
  return personFields.some((one) => one === field);
}

/** What is sent; without an address where none was typed. */
export function wantedPersonOf({
  displayName,
  address,
}: PersonDraft): AddToRoom {
  const typed = address.trim();
  return {
    displayName: displayName.trim(),
    address: typed === "" ? null : typed,
  };
}

/** Checks a draft as the backend will: one sentence a field. */
export function checkPerson(draft: PersonDraft): PersonErrors {
  const errors: PersonErrors = {};
  const parsed = addToRoomSchema.safeParse(wantedPersonOf(draft));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = path[0];
    if (isPersonField(field)) errors[field] ??= message;
  }
  return errors;
}
