import type { MarkedList, SettledDraft } from "../event-draft.ts";

/** The parts of the form that are decided each as a whole. */
export type MergeField =
  | "title"
  | "description"
  | "when"
  | "isOnline"
  | "location"
  | "wholeGroup"
  | "lateJoiners"
  | "lists"
  | "open";

/** Whose part is taken: of the lead who merges, or of the one who was faster. */
export type Side = "mine" | "theirs";

/**
 * Which part each value of the form belongs to. `people`, `groups` and `channels` are sets, in which both changes are
 * carried out; `own` is no part of the event.
 */
const partOf: Record<
  keyof SettledDraft,
  Exclude<MergeField, "lists"> | "people" | "groups" | "channels" | "own"
> = {
  groupId: "own",
  title: "title",
  descriptionHtml: "description",
  typedWhen: "own",
  startDate: "when",
  startTime: "when",
  endDate: "when",
  endTime: "when",
  isAllDay: "when",
  timeZone: "when",
  isOnline: "isOnline",
  location: "location",
  wholeGroup: "wholeGroup",
  coHosts: "groups",
  lateJoiners: "lateJoiners",
  addresses: "people",
  batches: "own",
  lists: "people",
  typedAddress: "own",
  open: "open",
  channelIds: "channels",
};

const fields = [
  "title",
  "description",
  "when",
  "isOnline",
  "location",
  "wholeGroup",
  "lateJoiners",
  "lists",
  "open",
] as const satisfies readonly MergeField[];

/** The event as both saw it, and what each made of it. */
export interface Versions {
  base: SettledDraft;
  mine: SettledDraft;
  theirs: SettledDraft;
}

/** A part in which the two differ. */
export interface MergeChoice {
  field: MergeField;
  /** The side that changed it; null when both did, and the lead has to choose. */
  preset: Side | null;
}

/** Where two versions differ, each with the side that alone changed it. Pure. */
export function mergeChoices(versions: Versions): MergeChoice[] {
  const { base, mine, theirs } = versions;
  return fields.flatMap((field): MergeChoice[] => {
    if (field === "lists")
      return clashingLists(versions).length > 0
        ? [{ field, preset: null }]
        : [];
    if (isSame(field, mine, theirs)) return [];
    if (isSame(field, base, theirs)) return [{ field, preset: "mine" }];
    if (isSame(field, base, mine)) return [{ field, preset: "theirs" }];
    return [{ field, preset: null }];
  });
}

/** Whether the one who merges has anything to decide or to look at. Pure. */
export function differ({ mine, theirs }: Versions): boolean {
  return (
    mergeChoices({ base: theirs, mine, theirs }).length > 0 ||
    !sameSet(mine.addresses, theirs.addresses) ||
    !sameSet(mine.coHosts, theirs.coHosts) ||
    !sameSet(mine.channelIds, theirs.channelIds)
  );
}

/** The form with the chosen sides; people, groups and channels have what either added and neither took away. Pure. */
export function mergeDrafts(
  versions: Versions,
  chosen: Partial<Record<MergeField, Side>>,
): SettledDraft {
  const { base, mine, theirs } = versions;
  const addresses = mergeSets(base.addresses, mine.addresses, theirs.addresses);
  const merged: SettledDraft = {
    ...theirs,
    typedAddress: mine.typedAddress,
    typedWhen: mine.typedWhen,
    addresses,
    coHosts: mergeSets(base.coHosts, mine.coHosts, theirs.coHosts),
    lists: mergeLists(versions, addresses, chosen.lists ?? "theirs"),
    channelIds: mergeSets(base.channelIds, mine.channelIds, theirs.channelIds),
  };
  const mineTaken = mergeChoices(versions)
    .filter(({ field, preset }) => (chosen[field] ?? preset) === "mine")
    .map(({ field }) => field);
  for (const key of keysOf(mineTaken))
    Object.assign(merged, { [key]: mine[key] });
  return merged;
}

function keysOf(parts: readonly MergeField[]): (keyof SettledDraft)[] {
  return (Object.keys(partOf) as (keyof SettledDraft)[]).filter((key) =>
    parts.some((part) => part === partOf[key]),
  );
}

function isSame(
  field: Exclude<MergeField, "lists">,
  one: SettledDraft,
  other: SettledDraft,
): boolean {
  return keysOf([field]).every((key) => one[key] === other[key]);
}

/** What each side added and the other did not take away, in the order of theirs. */
export function mergeSets(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  // Lists of addresses can be long.
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(
    (list) => new Set(list),
  ) as [Set<string>, Set<string>, Set<string>];
  const stays = theirs.filter((one) => inMine.has(one) || !inBase.has(one));
  const added = mine.filter((one) => !inBase.has(one) && !inTheirs.has(one));
  return [...stays, ...added];
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const others = new Set(other);
  return one.length === other.length && one.every((key) => others.has(key));
}

/** What is said of an address: about how many people it reaches as a list; null: it is a person. */
function sizeIn(lists: readonly MarkedList[], address: string): string | null {
  return lists.find((list) => list.address === address)?.about ?? null;
}

/** Addresses of which both say something else than before, and not the same. */
function clashingLists({ base, mine, theirs }: Versions): string[] {
  const marked = new Set(
    [base, mine, theirs].flatMap(({ lists }) =>
      lists.map(({ address }) => address),
    ),
  );
  return [...marked].filter((address) => {
    const [before, own, other] = [base, mine, theirs].map(({ lists }) =>
      sizeIn(lists, address),
    );
    // Only where both have the address do both say something of it.
    const inBoth =
      mine.addresses.includes(address) && theirs.addresses.includes(address);
    return inBoth && own !== other && own !== before && other !== before;
  });
}

function mergeLists(
  versions: Versions,
  addresses: readonly string[],
  onClash: Side,
): MarkedList[] {
  const { base, mine, theirs } = versions;
  const clashing = clashingLists(versions);
  const marked = new Set(
    [...mine.lists, ...theirs.lists].map(({ address }) => address),
  );
  const listed = addresses.filter((address) => marked.has(address));
  return listed.flatMap((address) => {
    const own = sizeIn(mine.lists, address);
    const other = sizeIn(theirs.lists, address);
    const mineOnly = !theirs.addresses.includes(address);
    const takeMine = clashing.includes(address)
      ? onClash === "mine"
      : mineOnly || sizeIn(base.lists, address) === other;
    const theirsOnly = !mine.addresses.includes(address);
    const about = takeMine && !theirsOnly ? own : other;
    return about === null ? [] : [{ address, about }];
  });
}
