import type { Thanks } from "../../../../../bot/contract/attendance.ts";
import { shortMoment } from "../../../time/when-sentence.ts";
import { listOf } from "../../list-of.ts";

/** Where the thank-you stands, in a sentence; null: it is too early for one. */
export function thanksSentence(
  thanks: Pick<Thanks, "state" | "by" | "at" | "channels">,
  reader: { locale: string; timeZone: string },
): string | null {
  const { state, by, at, channels } = thanks;
  switch (state) {
    case "notYet":
      return null;
    case "offered":
      return channels.length === 0
        ? "No channel has a card of this event, so there is none to thank people in."
        : "A card in the event’s channels can thank everybody who came. It names nobody.";
    case "sending":
      return "The thank-you is on its way to Teams. This goes on by itself.";
    case "sent": {
      const names = channelNames(thanks, "posted");
      const where = names === "" ? "" : ` in ${names}`;
      const when = at === null ? "" : `, ${shortMoment(at, reader)}`;
      return `${by ?? "Somebody"} thanked people${where}${when}.`;
    }
    case "failed": {
      const posted = channels.some((one) => one.state === "posted");
      return posted
        ? `The thank-you is in ${channelNames(thanks, "posted")}, but not in ${channelNames(thanks, "failed")}.`
        : "The thank-you could not be posted.";
    }
  }
}

function channelNames(
  { channels }: Pick<Thanks, "channels">,
  state: Thanks["channels"][number]["state"],
): string {
  return listOf(
    channels.filter((one) => one.state === state).map(({ name }) => name),
  );
}

/** Where it goes when it is asked for: where it failed, if it was asked for before. */
export function channelsToPost({
  state,
  channels,
}: Pick<Thanks, "state" | "channels">): Thanks["channels"] {
  return state === "failed"
    ? channels.filter((one) => one.state === "failed")
    : channels;
}

/** Why channels did not get it, a sentence each. */
export function channelProblems({
  channels,
}: Pick<Thanks, "channels">): string[] {
  return channels.flatMap(({ name, problem }) =>
    problem === null ? [] : [`${name}: ${problem}`],
  );
}

/** Where it will be posted, before the words themselves. */
export function thanksWhere({ channels }: Pick<Thanks, "channels">): string {
  return `A new message in ${listOf(channels.map(({ name }) => name))} will say:`;
}

/** What it does not say, and why. */
export function thanksLeavesOut({ count }: Pick<Thanks, "count">): string {
  return count === null
    ? "It names nobody, and no number: so few came that a number would tell who."
    : "It names nobody.";
}

export function thanksLabel({ channels }: Pick<Thanks, "channels">): string {
  return channels.length === 1
    ? "Post it"
    : `Post it in ${channels.length} channels`;
}
