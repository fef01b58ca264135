import type {
  LaneLimits,
  LaneNeeds,
  LaneState,
  Refusal,
} from "./lane-rules.ts";

/** What was used in ten seconds. */
export interface LaneUse {
  span: number;
  requests: number;
  messages: number;
  recipients: number;
}

/** Length of the spans in which use is counted, in milliseconds. A window is never counted short by it. */
export const spanMs = 10_000;

const windows = {
  requests: { ms: 600_000, limit: "requestsPer10Minutes" },
  messages: { ms: 60_000, limit: "messagesPerMinute" },
  recipients: { ms: 86_400_000, limit: "recipientsPerDay" },
} as const;
type Kind = keyof typeof windows;
const kinds: readonly Kind[] = ["requests", "messages", "recipients"];

/** What is counted of the quotas now, and what would be too much. */
export interface OpenUse {
  add(call: LaneNeeds): void;
  /** Null: it fits. */
  lackFor(
    call: LaneNeeds,
    limits: LaneLimits,
  ): { reason: Kind & Refusal["reason"]; freeAt: number } | null;
}

/** The use of the windows up to now, what stands by among it, to be added to by what is let in. */
export function openUse({ uses, waiting, now }: LaneState): OpenUse {
  const used = { requests: 0, messages: 0, recipients: 0 };
  for (const kind of kinds)
    for (const use of uses)
      if (isInWindow(use.span, now, windows[kind].ms)) used[kind] += use[kind];
  const add = (call: LaneNeeds) => {
    for (const kind of kinds) used[kind] += call[kind];
  };
  for (const call of waiting) if (call.standsBy) add(call);
  return {
    add,
    lackFor(call, limits) {
      for (const kind of kinds) {
        if (call[kind] === 0) continue;
        const over = used[kind] + call[kind] - limits[windows[kind].limit];
        // More than fits into an empty window is let through alone: nothing would become of it by waiting.
        if (over <= 0 || used[kind] === 0) continue;
        return { reason: kind, freeAt: freeAt(kind, over) };
      }
      return null;
    },
  };

  /** When enough of the window has passed. */
  function freeAt(kind: Kind, over: number): number {
    const { ms } = windows[kind];
    let left = over;
    for (const use of uses) {
      if (!isInWindow(use.span, now, ms)) continue;
      left -= use[kind];
      if (left <= 0) return use.span + spanMs + ms;
    }
    // The rest was admitted a moment ago.
    return now + ms;
  }
}

function isInWindow(span: number, now: number, windowMs: number): boolean {
  // Of a span that began before the window, some may lie within it.
  return span + spanMs > now - windowMs;
}
