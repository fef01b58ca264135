import type { EventRow, WaveRow } from "../db/tables/events.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";

/** True when Outlook shows the newest version to this wave, and everybody who was added to it. Pure. */
export function isPublished(
  wave: Pick<EventRow, "version"> &
    Pick<WaveRow, "published_version" | "joins" | "published_joins">,
): boolean {
  return (
    wave.published_version >= wave.version && wave.published_joins >= wave.joins
  );
}

/** Where all waves of an event stand together. */
export interface EventState {
  /** The oldest version that one of them shows; 0: one is not out. */
  publishedVersion: number;
  hasFailed: boolean;
  problem: string | null;
}

/** Pure. */
export function stateOf(
  event: Pick<EventRow, "version">,
  waves: readonly WaveRow[],
): EventState {
  const waiting = waves.filter((wave) => !isPublished({ ...event, ...wave }));
  const failed = waiting.find(({ publish_failed }) => publish_failed);
  return {
    publishedVersion: Math.min(
      ...waves.map(({ published_version }) => published_version),
    ),
    hasFailed: failed !== undefined,
    problem:
      (failed ?? waiting.find(({ publish_problem }) => publish_problem))
        ?.publish_problem ?? null,
  };
}

/** What leads have to decide first of what was changed in Outlook by hand; null: nothing. Pure. */
export function openChange(
  waves: readonly WaveRow[],
): { wave: WaveRow; change: OutlookChange } | null {
  for (const wave of waves)
    if (wave.outlook_change) return { wave, change: wave.outlook_change };
  return null;
}
