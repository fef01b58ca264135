import type { GroupChannel } from "../../../../bot/contract/groups.ts";
import { listOf } from "../list-of.ts";

/** A channel by name, with what its name does not tell about who sees it. */
export function channelLabel({ name, kind }: GroupChannel): string {
  if (kind === "private") return `${name} (private: only its own members)`;
  if (kind === "shared") return `${name} (shared: also people of other teams)`;
  return name;
}

/** What sending does to the event's cards; empty for an event that had none and gets none. */
export function cardSentences(given: {
  /** Where its cards stand; null for a new event. */
  before: string[] | null;
  after: string[];
  channels: GroupChannel[];
}): string {
  const { after, channels } = given;
  const before = given.before ?? [];
  const named = (ids: string[]) =>
    channels.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const sentences = [
    postedCards(named(after.filter((id) => !before.includes(id)))),
    standing(
      named(after.filter((id) => before.includes(id))),
      "brought up to date",
    ),
    deletedCards(named(before.filter((id) => !after.includes(id)))),
  ].filter((text) => text !== "");
  if (given.before === null && after.length === 0) {
    return "No card will be posted in Teams.";
  }
  return sentences.join(" ");
}

/** Says that the cards in these channels go; empty for none. */
export function deletedCards(names: string[]): string {
  return standing(names, "deleted");
}

function postedCards(names: string[]): string {
  if (names.length === 0) return "";
  const what = names.length === 1 ? "A card" : "Cards";
  return `${what} will be posted in ${listOf(names)}.`;
}

function standing(names: string[], becomes: string): string {
  if (names.length === 0) return "";
  const what = names.length === 1 ? "The card" : "The cards";
  return `${what} in ${listOf(names)} will be ${becomes}.`;
}
