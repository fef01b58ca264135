import type { ListPage } from "./page-chain.ts";

/** Where somebody was in a list who has left it for one of its events. */
export interface KeptList {
  /** What was asked for. */
  path: string;
  pages: ListPage[];
  /** Heights of pages, in pixels, and which of them were near the window. */
  places: ReadonlyMap<number, Place>;
  scrollTop: number;
  /** The event whose link had the focus; null: another part of the page had it. */
  eventId: string | null;
  leftAtMs: number;
}

export interface Place {
  height: number;
  isNear: boolean;
}

/** For so long somebody finds the place again; later the list begins at its top. */
const keptForMs = 30 * 60_000;

let kept: KeptList | null = null;

export function keepList(list: KeptList): void {
  kept = list;
}

/** The list of this path as it was left; null where it was another one, or long ago. */
export function keptList(path: string, nowMs: number): KeptList | null {
  if (kept?.path !== path || nowMs - kept.leftAtMs > keptForMs) return null;
  return kept;
}
