import { z } from "zod";
import type { EventDraft } from "./event-draft.ts";

const draftSchema: z.ZodType<EventDraft> = z.strictObject({
  groupId: z.string(),
  title: z.string(),
  description: z.string(),
  startDate: z.string(),
  startTime: z.string(),
  endDate: z.string(),
  endTime: z.string(),
  timeZone: z.string(),
  isOnline: z.boolean(),
  location: z.string(),
  wholeGroup: z.boolean(),
  addresses: z.array(z.string()),
  lists: z
    .array(z.strictObject({ address: z.string(), about: z.string() }))
    .default([]),
  typedAddress: z.string(),
  // Drafts of earlier versions lack these, and the lists.
  open: z.boolean().nullable().default(null),
  channelIds: z.array(z.string()).nullable().default(null),
});

/** The part of the browser's storage that drafts need. */
type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Unsaved forms of one person, kept through a reload of the tab. */
export function keptDrafts(deps: {
  storage: DraftStorage | null;
  userObjectId: string;
}) {
  const keyOf = (form: string) => `draft/${deps.userObjectId}/${form}`;
  return {
    /** The unsaved form, or null when there is none or it was kept by another version of the tab. */
    read(form: string): EventDraft | null {
      const text = deps.storage?.getItem(keyOf(form)) ?? null;
      if (text === null) return null;
      try {
        return draftSchema.safeParse(JSON.parse(text)).data ?? null;
      } catch {
        return null;
      }
    },
    keep(form: string, draft: EventDraft): void {
      try {
        deps.storage?.setItem(keyOf(form), JSON.stringify(draft));
      } catch {
        // A full storage costs the safety net and nothing else.
      }
    },
    forget(form: string): void {
      deps.storage?.removeItem(keyOf(form));
    },
  };
}

/** The session's storage; null where the host forbids storage to embedded pages. */
export function sessionStorageIfAllowed(): DraftStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
