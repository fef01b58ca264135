import type { EventEdit, MailboxEvent } from "../api/mailbox-shapes.ts";

/** What the form of an organizer's event holds. */
export interface EditDraft {
  subject: string;
  start: string;
  end: string;
  location: string;
  /** Addresses, with commas, spaces or lines between them. */
  add: string;
  remove: string;
}

export function draftOf(event: MailboxEvent): EditDraft {
  return {
    subject: event.subject,
    start: event.start.dateTime.slice(0, 16),
    end: event.end.dateTime.slice(0, 16),
    location: event.location ?? "",
    add: "",
    remove: "",
  };
}

/** Only what differs: everything that is named is sent to everybody. Null when nothing does. */
export function editOf(
  event: MailboxEvent,
  draft: EditDraft,
): EventEdit | null {
  const before = draftOf(event);
  const edit: EventEdit = {};
  for (const part of ["subject", "start", "end", "location"] as const)
    if (draft[part] !== before[part]) edit[part] = draft[part];
  const added = addressesIn(draft.add);
  const removed = addressesIn(draft.remove);
  if (added.length > 0) edit.addAttendees = added;
  if (removed.length > 0) edit.removeAttendees = removed;
  return Object.keys(edit).length === 0 ? null : edit;
}

function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((address) => address !== "");
}
