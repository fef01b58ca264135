import type { GroupSummary } from "../../../bot/contract/groups.ts";

/** The groups for which the reader may schedule events. */
export function schedulable(groups: GroupSummary[]): GroupSummary[] {
  return groups.filter((group) => group.canSchedule);
}

/** `12 people`, `1 person`. */
export function peopleCount(count: number): string {
  return count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;
}
