import { readCanonical } from "../../../../../bot/contract/description/read-canonical.ts";
import { writePlain } from "../../../../../bot/contract/description/write-plain.ts";
import type { LastChange } from "../../../../../bot/contract/events.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { listOf } from "../../list-of.ts";
import { draftTime } from "../draft-summary.ts";
import type { SettledDraft } from "../event-draft.ts";
import type { MergeField, Side, Versions } from "./merge-drafts.ts";

export const fieldLabels: Record<MergeField, string> = {
  title: "Title",
  description: "Description",
  when: "When",
  isOnline: "Teams meeting",
  location: "Location",
  wholeGroup: "Everyone in the group",
  lateJoiners: "People who join later",
  lists: "Mailing lists",
  open: "Let others join",
};

/** What a part says, in words. */
function valueText(
  field: MergeField,
  draft: SettledDraft,
  locale: string,
): string {
  switch (field) {
    case "title":
    case "location":
      return draft[field].trim() === "" ? "(empty)" : draft[field];
    case "description":
      return writePlain(readCanonical(draft.descriptionHtml)) || "(empty)";
    case "when":
      return draftTime(draft, locale);
    case "isOnline":
      return draft.isOnline ? "With a Teams meeting" : "No Teams meeting";
    case "wholeGroup":
      return draft.wholeGroup ? "Invited" : "Not invited";
    case "lateJoiners":
      return draft.lateJoiners ? "Invited by themselves" : "Not invited";
    case "open":
      return draft.open ? "Others can join" : "Others cannot join";
    case "lists":
      return draft.lists.length === 0
        ? "No mailing lists"
        : draft.lists
            .map(({ address, about }) => `${address} (about ${about} people)`)
            .join(", ");
  }
}

/** Who was faster: `Diego Siciliani`, or `You` in another window. */
export function theirName(change: LastChange | null): string {
  if (change === null) return "Somebody";
  return change.isOwn ? "You, elsewhere" : change.by;
}

export function sideLabel(
  side: Side,
  {
    field,
    versions,
    locale,
    name,
  }: {
    field: MergeField;
    versions: Versions;
    locale: string;
    name: string;
  },
): string {
  const whose = side === "mine" ? "Yours" : name;
  return `${whose}: ${valueText(field, versions[side], locale)}`;
}

/** Who changed the event, and when. */
export function conflictSentence(
  change: LastChange | null,
  reader: { locale: string; timeZone: string },
): string {
  if (change === null)
    return "This event was changed while you were changing it, too.";
  const who = change.isOwn ? "You changed" : `${change.by} changed`;
  const where = change.isOwn ? " in another window" : "";
  return `${who} this event${where} (${shortMoment(change.at, reader)}) while you were changing it here, too.`;
}

/** What is taken over of both without a question: people, groups and channels. */
export function setSentences(
  { base, mine, theirs }: Versions,
  given: {
    name: string;
    channelName: (id: string) => string;
    groupName: (id: string) => string;
  },
): string[] {
  const whose = { mine: "You", theirs: given.name };
  const told = (
    side: Side,
    [before, after]: [string[], string[]],
    words: { added: string; removed: string },
    nameOf: (one: string) => string,
  ) => {
    const [wasThere, isThere] = [new Set(before), new Set(after)];
    const added = after.filter((one) => !wasThere.has(one)).map(nameOf);
    const removed = before.filter((one) => !isThere.has(one)).map(nameOf);
    return [
      ...(added.length > 0
        ? [`${whose[side]} ${words.added} ${listOf(firstOf(added))}.`]
        : []),
      ...(removed.length > 0
        ? [`${whose[side]} ${words.removed} ${listOf(firstOf(removed))}.`]
        : []),
    ];
  };
  return [
    ...(["mine", "theirs"] as const).flatMap((side) =>
      told(
        side,
        [base.addresses, { mine, theirs }[side].addresses],
        { added: "added", removed: "removed" },
        (address) => address,
      ),
    ),
    ...(["mine", "theirs"] as const).flatMap((side) =>
      told(
        side,
        [base.coHosts, { mine, theirs }[side].coHosts],
        { added: "added the group", removed: "took away the group" },
        given.groupName,
      ),
    ),
    ...(["mine", "theirs"] as const).flatMap((side) =>
      told(
        side,
        [base.channelIds, { mine, theirs }[side].channelIds],
        { added: "added the card in", removed: "took away the card in" },
        given.channelName,
      ),
    ),
  ];
}

/** Enough to know what it was; lists of addresses can be long. */
const named = 10;

function firstOf(words: string[]): string[] {
  const more = words.length - named;
  if (more <= 1) return words;
  return [...words.slice(0, named), `${more.toLocaleString("en")} more`];
}
