import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import type { EventFilter } from "./use-event-list.ts";

interface Surroundings {
  groups: Pick<GroupSummary, "id" | "teamId">[];
  /** The team whose channel shows the list; null in the personal app. */
  teamId: string | null;
}

/** In a channel the address says so when every group is asked for: there it goes without saying that one is. */
const everyGroup = "all";

/** What an address asks for. One that names no group asks for the group of the channel's team, if there is one. */
export function filterOfAddress(
  query: URLSearchParams,
  around: Surroundings,
): EventFilter {
  const asked = query.get("group");
  const known = around.groups.find(({ id }) => id === asked)?.id ?? null;
  return {
    when: query.get("when") === "past" ? "past" : "upcoming",
    groupId: asked === null ? channelGroup(around) : known,
  };
}

/** The address that asks for this. */
export function addressOfFilter(
  { when, groupId }: EventFilter,
  around: Surroundings,
): Record<string, string> {
  const group = groupId ?? (channelGroup(around) === null ? null : everyGroup);
  return {
    ...(when === "past" ? { when } : {}),
    ...(group === null ? {} : { group }),
  };
}

function channelGroup({ groups, teamId }: Surroundings): string | null {
  if (teamId === null) return null;
  return groups.find((group) => group.teamId === teamId)?.id ?? null;
}
