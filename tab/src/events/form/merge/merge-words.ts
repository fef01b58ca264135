import type { LastChange } from "../../../../../bot/contract/events.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { listOf } from "../../list-of.ts";
import { fieldText } from "../field-words.ts";
import type { MergeField, Side, Versions } from "./merge-drafts.ts";

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
  return `${whose}: ${fieldText(field, versions[side], locale)}`;
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
