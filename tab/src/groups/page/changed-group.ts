import type {
  GroupChange,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";

/** A group as it is once a change of it is stored. */
export function changed(
  group: GroupSummary,
  change: GroupChange,
): GroupSummary {
  const { confidential = group.confidential, defaults } = change;
  if (group.defaults === null) return { ...group, confidential };
  const given = Object.fromEntries(
    Object.entries(defaults ?? {}).filter(([, value]) => value !== undefined),
  );
  return {
    ...group,
    confidential,
    defaults: { ...group.defaults, ...given },
  };
}
