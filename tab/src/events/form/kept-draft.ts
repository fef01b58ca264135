import { z } from "zod";
import { readPlain } from "../../../../bot/contract/description/read-plain.ts";
import { writeHtml } from "../../../../bot/contract/description/write-html.ts";
import type { EventDraft } from "./event-draft.ts";

const draftFields = z.strictObject({
  groupId: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  typedWhen: z.string().default(""),
  startDate: z.string(),
  startTime: z.string(),
  endDate: z.string(),
  endTime: z.string(),
  isAllDay: z.boolean().default(false),
  timeZone: z.string(),
  isOnline: z.boolean(),
  location: z.string(),
  wholeGroup: z.boolean(),
  coHosts: z.array(z.string()).default([]),
  lateJoiners: z.boolean().default(true),
  addresses: z.array(z.string()),
  // Not kept: their addresses are, and storage is small.
  batches: z.array(z.never()).default([]),
  lists: z
    .array(z.strictObject({ address: z.string(), about: z.string() }))
    .default([]),
  typedAddress: z.string(),
  // Drafts of earlier versions lack these, the lists, whole days, further groups and who joins later.
  open: z.boolean().nullable().default(null),
  channelIds: z.array(z.string()).nullable().default(null),
});

const draftSchema: z.ZodType<EventDraft> = z.preprocess(
  ofPlainDescription,
  draftFields,
);

/** Earlier versions of the tab kept descriptions as plain text. */
function ofPlainDescription(kept: unknown): unknown {
  if (typeof kept !== "object" || kept === null || !("description" in kept))
    return kept;
  const { description, ...draft } = kept;
  if (typeof description !== "string") return kept;
  return { ...draft, descriptionHtml: writeHtml(readPlain(description)) };
}

/** An unsaved form, with what it started from. */
export interface KeptForm {
  draft: EventDraft;
  /** The event as the lead saw it; null for a new one. */
  base: { draft: EventDraft; version: number } | null;
  /** True when it was to be sent and was stopped. */
  wasStopped: boolean;
}

const formSchema: z.ZodType<KeptForm> = z.strictObject({
  draft: draftSchema,
  base: z.strictObject({ draft: draftSchema, version: z.int() }).nullable(),
  wasStopped: z.boolean(),
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
    read(form: string): KeptForm | null {
      const text = deps.storage?.getItem(keyOf(form)) ?? null;
      if (text === null) return null;
      try {
        const kept: unknown = JSON.parse(text);
        return (
          formSchema.safeParse(kept).data ??
          ofEarlierVersion(draftSchema.safeParse(kept).data)
        );
      } catch {
        return null;
      }
    },
    keep(form: string, kept: KeptForm): void {
      try {
        const text = JSON.stringify(kept, (key, value: unknown) =>
          key === "batches" ? undefined : value,
        );
        deps.storage?.setItem(keyOf(form), text);
      } catch {
        // A full storage costs the safety net and nothing else; an older form would only mislead.
        deps.storage?.removeItem(keyOf(form));
      }
    },
    forget(form: string): void {
      deps.storage?.removeItem(keyOf(form));
    },
  };
}

/** Earlier versions of the tab kept the draft alone. */
function ofEarlierVersion(draft: EventDraft | undefined): KeptForm | null {
  return draft ? { draft, base: null, wasStopped: false } : null;
}

/** Where the host forbids storage to embedded pages, forms are kept until the tab is closed or loaded anew. */
const inMemory = new Map<string, string>();
const memoryStorage: DraftStorage = {
  getItem: (key) => inMemory.get(key) ?? null,
  setItem: (key, text) => void inMemory.set(key, text),
  removeItem: (key) => void inMemory.delete(key),
};

/** The session's storage, or the page's memory where that is forbidden. */
export function draftStorage(): DraftStorage {
  try {
    return window.sessionStorage;
  } catch {
    return memoryStorage;
  }
}
