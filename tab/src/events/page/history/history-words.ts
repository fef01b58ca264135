import type {
  HistoryChange,
  HistoryEntry,
} from "../../../../../bot/contract/event-history.ts";
import type { Reader } from "../../../teams/reader.ts";
import { whenHereAndThere } from "../../../time/when-sentence.ts";
import { listOf } from "../../list-of.ts";

/** Parts of an event in the middle of a sentence. */
const parts: Record<HistoryChange["field"], string> = {
  title: "the title",
  time: "the time",
  location: "the place",
  description: "the description",
  people: "who is invited",
  channels: "the channels with its card",
  open: "whether others may join",
  wholeGroup: "whether its whole group is invited",
  coHosts: "which further groups are invited",
  lateJoiners: "whether who joins a group later is invited",
  meeting: "whether it has a Teams meeting",
};

/** What happened, in one sentence. */
export function entrySentence(entry: HistoryEntry): string {
  const who = entry.isOwn ? "You" : (entry.by ?? "Somebody");
  const what = partsOf(entry.changes);
  switch (entry.kind) {
    case "scheduled":
      return `${who} scheduled the event.`;
    case "changed":
      return `${who} changed ${what}.`;
    case "cancelled":
      return `${who} cancelled the event.`;
    case "sent":
      return "Everything was sent.";
    case "changeStopped":
      return `${who} stopped a change before it went out.`;
    case "cancelStopped":
      return `${who} stopped the cancellation before it went out.`;
    case "paused":
      return `${who} paused the sending.`;
    case "resumed":
      return `${who} resumed the sending.`;
    case "invitingStopped":
      return `${who} stopped inviting those who had no invitation yet.`;
    case "changedInOutlook":
      return `Somebody changed ${what} in Outlook.`;
    case "deletedInOutlook":
      return "Somebody deleted the event in Outlook.";
    case "keptOutlook":
      return `${who} kept Outlook's version.`;
    case "restored":
      return `${who} restored the group's version in Outlook.`;
    case "sentAgain":
      return `${who} sent the event again.`;
  }
}

function partsOf(changes: readonly HistoryChange[]): string {
  return changes.length === 0
    ? "whom the event invites"
    : listOf(
        changes.map((change) =>
          isFormatting(change)
            ? "the formatting of the description"
            : parts[change.field],
        ),
      );
}

/** The text stayed as it was; how it looks did not. */
function isFormatting(change: HistoryChange): boolean {
  return change.field === "description" && change.from === change.to;
}

/** One part of a change: what it was and what it became, or that in one text. */
export interface ChangeLine {
  label: string;
  from?: string;
  to: string;
  /** Too long to be read in passing. */
  isLong?: boolean;
}

/** What there is to say of a change besides that it was made; null: nothing. */
export function changeLine(
  change: HistoryChange,
  reader: Reader,
): ChangeLine | null {
  switch (change.field) {
    case "title":
      return { label: "Title", from: change.from, to: change.to };
    case "location":
      return {
        label: "Place",
        from: change.from || "none",
        to: change.to || "none",
      };
    case "description":
      return isFormatting(change)
        ? null
        : {
            label: "Description",
            from: change.from || "none",
            to: change.to || "none",
            isLong: true,
          };
    case "time":
      return {
        label: "Time",
        from: whenIn(change.from, reader),
        to: change.to === null ? "not known" : whenIn(change.to, reader),
      };
    case "people":
      return { label: "People", to: peopleSentence(change) };
    case "channels":
      return {
        label: "Channels",
        from: listOf(change.from) || "none",
        to: listOf(change.to) || "none",
      };
    case "open":
      return {
        label: "Others",
        to: change.to ? "may join from now on" : "may not join any more",
      };
    case "wholeGroup":
      return {
        label: "Its group",
        to: change.to
          ? "everybody in it is invited"
          : "is not invited as a whole any more",
      };
    case "coHosts":
      return { label: "Further groups", to: groupsSentence(change) };
    case "lateJoiners":
      return {
        label: "Who joins a group later",
        to: change.to
          ? "is invited from now on"
          : "is not invited by themselves any more",
      };
    case "meeting":
      return { label: "Teams meeting", to: change.to ? "added" : "taken away" };
  }
}

function whenIn(
  time: Parameters<typeof whenHereAndThere>[0],
  reader: Reader,
): string {
  const { here, there } = whenHereAndThere(time, reader);
  return there === null ? here : `${here} (${there})`;
}

function peopleSentence(change: { added: number; removed: number }): string {
  const said = [];
  if (change.added > 0) said.push(`${change.added.toLocaleString("en")} added`);
  if (change.removed > 0)
    said.push(`${change.removed.toLocaleString("en")} taken off`);
  return said.join(", ");
}

function groupsSentence(change: {
  added: (string | null)[];
  removed: (string | null)[];
}): string {
  const named = (groups: (string | null)[]) =>
    listOf([
      ...groups.filter((name) => name !== null),
      ...hiddenGroups(groups.filter((name) => name === null).length),
    ]);
  const said = [];
  if (change.added.length > 0) said.push(`${named(change.added)} added`);
  if (change.removed.length > 0)
    said.push(`${named(change.removed)} taken off`);
  return said.join("; ");
}

/** Groups whose names are not for the reader. */
function hiddenGroups(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1 ? "a confidential group" : `${count} confidential groups`,
  ];
}
