import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import type { ListedState } from "../../../../bot/contract/event-list.ts";
import type { EventFilter, EventsShown } from "./use-event-list.ts";

/** As the contract names them; its schema would bring zod to the first page. */
export const listedStates: readonly ListedState[] = [
  "answerOpen",
  "going",
  "declined",
  "cancelled",
  "failed",
];

/**
 * Those that a reader can choose: what was not sent is the business of leads. The one that the address asks for is there
 * in any case.
 */
export function statesToChoose(of: {
  leads: boolean;
  state: ListedState | null;
}): readonly ListedState[] {
  return listedStates.filter(
    (state) => state !== "failed" || of.leads || of.state === state,
  );
}

/** The first goes without saying. */
const ways: readonly EventsShown[] = ["upcoming", "past", "week", "month"];

interface Surroundings {
  groups: Pick<GroupSummary, "id" | "teamId">[];
  /** The team whose channel shows the list; null in the personal app. */
  teamId: string | null;
}

/** In a channel the address says so when every group is asked for: there it goes without saying that one is. */
const everyGroup = "all";

/** As the backend names groups. */
const groupName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What an address asks for. One that names no group asks for the group of the channel's team, if there is one. A group
 * that the reader is not in is asked for all the same: a channel's tab may be set to one, and then it must not show
 * other groups' events in its place.
 */
export function filterOfAddress(
  query: URLSearchParams,
  around: Surroundings,
): EventFilter {
  const asked = query.get("group");
  const state = query.get("state");
  const when = query.get("when");
  const named =
    asked !== null &&
    (groupName.test(asked) || around.groups.some(({ id }) => id === asked));
  return {
    shown: ways.find((way) => way === when) ?? "upcoming",
    day: query.get("day"),
    groupId: named ? asked : asked === null ? channelGroup(around) : null,
    search: (query.get("search") ?? "").trim(),
    state: listedStates.find((listed) => listed === state) ?? null,
  };
}

/** The address that asks for this. */
export function addressOfFilter(
  { shown, day, groupId, search, state }: EventFilter,
  around: Surroundings,
): Record<string, string> {
  const group = groupId ?? (channelGroup(around) === null ? null : everyGroup);
  return {
    ...(shown === "upcoming" ? {} : { when: shown }),
    ...(day === null || shown === "upcoming" || shown === "past"
      ? {}
      : { day }),
    ...(group === null ? {} : { group }),
    ...(search === "" ? {} : { search }),
    ...(state === null ? {} : { state }),
  };
}

function channelGroup({ groups, teamId }: Surroundings): string | null {
  if (teamId === null) return null;
  return groups.find((group) => group.teamId === teamId)?.id ?? null;
}
