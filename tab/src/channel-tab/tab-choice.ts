import type { GroupSummary } from "../../../bot/contract/groups.ts";
import type { EventsShown } from "../events/list/use-event-list.ts";

/** What a channel's tab shows. */
export interface TabChoice {
  /** Null: each reader's own groups. */
  groupId: string | null;
  view: TabView;
}

export type TabView = Exclude<EventsShown, "past">;

export const tabViews: readonly { view: TabView; label: string }[] = [
  { view: "upcoming", label: "List, soonest first" },
  { view: "week", label: "Week" },
  { view: "month", label: "Month" },
];

/** As the list's addresses have it; they have to say so in a channel, where a group goes without saying. */
const everyGroup = "all";

/** The address of the list that shows this, on the tab's own host (events/list/filter-address.ts reads it). */
export function addressOfChoice(given: {
  choice: TabChoice;
  origin: string;
}): string {
  const { groupId, view } = given.choice;
  const address = new URL("/", given.origin);
  address.searchParams.set("group", groupId ?? everyGroup);
  if (view !== "upcoming") address.searchParams.set("when", view);
  return address.href;
}

/**
 * What a stored address shows; null for one that names no group, such as that of a tab from before there was a
 * choice, and for one of another host.
 */
export function choiceOfAddress(stored: {
  address: string | undefined;
  origin: string;
}): TabChoice | null {
  const address = URL.parse(stored.address ?? "");
  if (address?.origin !== stored.origin || address.pathname !== "/")
    return null;
  const group = address.searchParams.get("group");
  if (group === null || group === "") return null;
  const when = address.searchParams.get("when");
  return {
    groupId: group === everyGroup ? null : group,
    view: tabViews.find(({ view }) => view === when)?.view ?? "upcoming",
  };
}

/** What is chosen before anybody chooses: the group of the channel's team. */
export function usualChoice({
  groups,
  teamId,
}: {
  groups: Pick<GroupSummary, "id" | "teamId">[];
  teamId: string | null;
}): TabChoice {
  const own = groups.find((group) => group.teamId === teamId);
  return { groupId: own?.id ?? null, view: "upcoming" };
}

/** Graph: teamsTab, displayName. */
const longestName = 128;

/**
 * The name that Teams proposes for the tab. It names another team's group, which the channel does not say, unless
 * that group is confidential: whoever reads the channel reads the names of its tabs.
 */
export function tabName({
  choice,
  groups,
  teamId,
}: {
  choice: TabChoice;
  groups: Pick<GroupSummary, "id" | "teamId" | "name" | "confidential">[];
  teamId: string | null;
}): string {
  const group = groups.find(({ id }) => id === choice.groupId);
  if (!group || group.confidential || group.teamId === teamId) return "Events";
  return `Events of ${group.name}`.slice(0, longestName);
}

/** Who sees what in the tab, before it is added: what the backend lists of a group (events/listing/listed-events.ts). */
export function audienceSentences({
  choice: { groupId },
  groups,
}: {
  choice: TabChoice;
  groups: Pick<GroupSummary, "id" | "confidential">[];
}): string[] {
  const everybody =
    "Everybody in this channel can open the tab, and it gives nothing away: each person sees only events that they may see.";
  if (groupId === null)
    return [
      everybody,
      "They are those of the person's own groups, and those to which they are invited.",
    ];
  const group = groups.find(({ id }) => id === groupId);
  const outsiders =
    "People outside the group see those of its events to which they are invited, or which a group of theirs hosts together with it, with the group's name on them. Others see an empty page.";
  if (!group?.confidential) return [everybody, outsiders];
  return [
    everybody,
    outsiders,
    "The group is confidential, so neither the name that Teams proposes for the tab nor the empty page says which one it is.",
  ];
}
