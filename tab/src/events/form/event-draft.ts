import { readCanonical } from "../../../../bot/contract/description/read-canonical.ts";
import { readPlain } from "../../../../bot/contract/description/read-plain.ts";
import { writeHtml } from "../../../../bot/contract/description/write-html.ts";
import { writePlain } from "../../../../bot/contract/description/write-plain.ts";
import type {
  EventChange,
  NewEvent,
} from "../../../../bot/contract/event-content.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import {
  addMinutes,
  dateOf,
  isWallClock,
  minutesBetween,
  nextFullHour,
  timeOf,
  wallClock,
} from "../../time/wall-clock.ts";
import { standingCards } from "./offered-channels.ts";
import { typedAddresses, withoutRepeats } from "./typed-addresses.ts";

/** An address that the lead marked as a mailing list. */
export interface MarkedList {
  address: string;
  /** About how many people it reaches, as it is typed. */
  about: string;
}

/** Addresses that came together: in a file, or in a list that was pasted. */
export interface AddressBatch {
  /** The file's name; null: it was pasted. */
  name: string | null;
  addresses: string[];
}

/** What the form holds: texts as they are typed, dates and times apart. */
export interface EventDraft {
  groupId: string;
  title: string;
  /** Canonical HTML. */
  descriptionHtml: string;
  /** What stands in the field for start and end in words, and is not taken over yet. */
  typedWhen: string;
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
  /** Whole days, from `startDate` up to and with `endDate`; the times are kept and do not count. */
  isAllDay: boolean;
  timeZone: string;
  isOnline: boolean;
  location: string;
  wholeGroup: boolean;
  /** Ids of groups that host the event together with its own; everybody in them is invited. */
  coHosts: string[];
  /** Whether who joins an invited group later is invited by themselves. */
  lateJoiners: boolean;
  addresses: string[];
  /** Which of the addresses came together, for as long as the page is open. */
  batches: AddressBatch[];
  /** Which of the addresses are mailing lists. */
  lists: MarkedList[];
  /** What stands in the field for other people and is no address yet. */
  typedAddress: string;
  /** Whether people who are not invited may add themselves; null while that is left as it is. */
  open: boolean | null;
  /** Where the event's card stands; null while that is left as it is. */
  channelIds: string[] | null;
}

/** A draft in which nothing is left open: as it is shown and sent. */
export interface SettledDraft extends EventDraft {
  open: boolean;
  channelIds: string[];
}

/** An empty form: the next full hour in the reader's zone, an hour long, for everybody in the group. */
export function newDraft(given: {
  now: Date;
  timeZone: string;
  groupId: string;
}): EventDraft {
  const start = nextFullHour(wallClock(given.now, given.timeZone));
  const end = addMinutes(start, 60);
  return {
    groupId: given.groupId,
    title: "",
    descriptionHtml: "",
    typedWhen: "",
    startDate: dateOf(start),
    startTime: timeOf(start),
    endDate: dateOf(end),
    endTime: timeOf(end),
    isAllDay: false,
    timeZone: given.timeZone,
    isOnline: true,
    location: "",
    wholeGroup: true,
    coHosts: [],
    lateJoiners: true,
    addresses: [],
    batches: [],
    lists: [],
    typedAddress: "",
    open: null,
    channelIds: null,
  };
}

/** The event as it is, or as it will be once what waits has gone out. */
export function draftOfEvent(event: EventDetail): SettledDraft {
  const { held } = event;
  if (held?.kind === "change" && held.problem === null && held.content !== null)
    return draftOfChange(event.group.id, held.content);
  return draftOfChange(event.group.id, {
    ...event,
    audience: event.audience ?? { group: false, addresses: [] },
    channelIds: standingCards(event).map(({ channelId }) => channelId),
  });
}

/** The form that sends this change. */
export function draftOfChange(
  groupId: string,
  event: EventChange,
): SettledDraft {
  return {
    groupId,
    title: event.title,
    descriptionHtml:
      event.descriptionHtml ?? writeHtml(readPlain(event.description)),
    typedWhen: "",
    ...timesOf(event),
    timeZone: event.timeZone,
    isOnline: event.isOnline,
    location: event.location,
    wholeGroup: event.audience.group,
    coHosts: event.audience.coHosts ?? [],
    lateJoiners: event.audience.lateJoiners ?? true,
    addresses: event.audience.addresses,
    batches: [],
    lists: (event.audience.lists ?? []).map(({ address, about }) => ({
      address,
      about: String(about),
    })),
    typedAddress: "",
    open: event.open,
    channelIds: event.channelIds,
  };
}

type DraftTimes = Pick<
  EventDraft,
  "startDate" | "startTime" | "endDate" | "endTime" | "isAllDay"
>;

/** An event's end is the midnight after its last day; the form names that day, as people do. */
function timesOf({ start, end, isAllDay = false }: EventChange): DraftTimes {
  return isAllDay
    ? {
        startDate: dateOf(start),
        startTime: "09:00",
        endDate: dateOf(addMinutes(end, -1)),
        endTime: "17:00",
        isAllDay,
      }
    : {
        startDate: dateOf(start),
        startTime: timeOf(start),
        endDate: dateOf(end),
        endTime: timeOf(end),
        isAllDay,
      };
}

export function startOf(draft: DraftTimes): string {
  return `${draft.startDate}T${draft.isAllDay ? "00:00" : draft.startTime}`;
}

export function endOf(draft: DraftTimes): string {
  if (!draft.isAllDay) return `${draft.endDate}T${draft.endTime}`;
  return addMinutes(`${draft.endDate}T00:00`, 24 * 60);
}

/** Moves the start; the end moves along, so that the event stays as long as it was. */
export function moveStart(
  draft: EventDraft,
  to: { startDate?: string; startTime?: string },
): EventDraft {
  const moved = { ...draft, ...to };
  const minutes = minutesBetween(startOf(draft), endOf(draft));
  if (!isWallClock(startOf(moved)) || !(minutes > 0)) return moved;
  const end = addMinutes(startOf(moved), minutes);
  if (draft.isAllDay) return { ...moved, endDate: dateOf(addMinutes(end, -1)) };
  return { ...moved, endDate: dateOf(end), endTime: timeOf(end) };
}

/** Turns what is typed for other people into addresses; what is none stays to be mended. */
export function takeTypedAddresses(draft: EventDraft): EventDraft {
  if (draft.typedAddress.trim() === "") return draft;
  const { addresses, refused } = typedAddresses(draft.typedAddress);
  return {
    ...addAddresses(draft, addresses),
    typedAddress: refused.join(", "),
  };
}

/** Adds people one by one, but for whom the form has. */
export function addAddresses(
  draft: EventDraft,
  those: readonly string[],
): EventDraft {
  const addresses = withoutRepeats([...draft.addresses, ...those]);
  return { ...draft, addresses };
}

/** Adds what came together, but for whom the form has. */
export function addBatch(draft: EventDraft, batch: AddressBatch): EventDraft {
  return {
    ...addAddresses(draft, batch.addresses),
    batches: [...draft.batches, batch],
  };
}

/** Takes many addresses off, and what was said of them. */
export function removeAddresses(
  draft: EventDraft,
  those: readonly string[],
): EventDraft {
  const gone = new Set(those);
  return {
    ...draft,
    addresses: draft.addresses.filter((address) => !gone.has(address)),
    lists: draft.lists.filter(({ address }) => !gone.has(address)),
  };
}

/** Takes an address off, and what was said of it. */
export function removeAddress(draft: EventDraft, address: string): EventDraft {
  const addresses = draft.addresses.filter((one) => one !== address);
  return unmarkList({ ...draft, addresses }, address);
}

export function markList(draft: EventDraft, address: string): EventDraft {
  return draft.addresses.includes(address)
    ? { ...draft, lists: [...draft.lists, { address, about: "" }] }
    : draft;
}

export function unmarkList(draft: EventDraft, address: string): EventDraft {
  const lists = draft.lists.filter((list) => list.address !== address);
  return { ...draft, lists };
}

export function resizeList(draft: EventDraft, sized: MarkedList): EventDraft {
  const lists = draft.lists.map((list) =>
    list.address === sized.address ? sized : list,
  );
  return { ...draft, lists };
}

/** Another group: its own channels, and whatever else was left as it is. */
export function chooseGroup(draft: EventDraft, groupId: string): EventDraft {
  const coHosts = draft.coHosts.filter((id) => id !== groupId);
  return { ...draft, groupId, coHosts, channelIds: null };
}

/** Adds a group that hosts the event, too, or takes it away. */
export function chooseCoHost(
  draft: EventDraft,
  id: string,
  chosen: boolean,
): EventDraft {
  const others = draft.coHosts.filter((one) => one !== id);
  return { ...draft, coHosts: chosen ? [...others, id] : others };
}

export function changeOf(draft: SettledDraft): EventChange {
  return {
    title: draft.title.trim(),
    description: writePlain(readCanonical(draft.descriptionHtml)),
    descriptionHtml: draft.descriptionHtml,
    start: startOf(draft),
    end: endOf(draft),
    isAllDay: draft.isAllDay,
    timeZone: draft.timeZone,
    isOnline: draft.isOnline,
    location: draft.location.trim(),
    audience: {
      group: draft.wholeGroup,
      coHosts: draft.coHosts,
      lateJoiners: draft.lateJoiners,
      addresses: draft.addresses,
      lists: draft.lists.map(({ address, about }) => ({
        address,
        about: Number(about),
      })),
    },
    open: draft.open,
    channelIds: draft.channelIds,
  };
}

export function newEventOf(draft: SettledDraft): NewEvent {
  return { groupId: draft.groupId, ...changeOf(draft) };
}
