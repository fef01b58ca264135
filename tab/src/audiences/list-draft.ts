import {
  wantedMailingListSchema,
  type MailingList,
  type MailingListKind,
  type WantedMailingList,
} from "../../../bot/contract/audiences.ts";

/** What the dialog about one mailing list holds: texts as they are typed. */
export interface ListDraft {
  name: string;
  address: string;
  about: string;
  kind: MailingListKind;
}

export type ListErrors = Partial<Record<keyof ListDraft, string>>;

/** The dialog for a new list, or for one that is changed. */
export function listDraftOf(list: MailingList | null): ListDraft {
  if (list === null) return { name: "", address: "", about: "", kind: "list" };
  const { name, address, about, kind } = list;
  return { name, address, about: String(about), kind };
}

export function wantedListOf(draft: ListDraft): WantedMailingList {
  return { ...draft, about: Number(draft.about) };
}

/** Checks a draft as the backend will: one sentence a field. */
export function checkList(draft: ListDraft): ListErrors {
  const errors: ListErrors = {};
  const parsed = wantedMailingListSchema.safeParse(wantedListOf(draft));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = path[0];
    if (isListField(field)) errors[field] ??= message;
  }
  return errors;
}

/** The fields in the order in which they stand in the dialog. */
export const listFields = ["name", "address", "about", "kind"] as const;

export function isListField(field: unknown): field is keyof ListDraft {
  return listFields.some((one) => one === field);
}
