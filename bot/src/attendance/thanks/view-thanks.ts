import type { Thanks } from "../../../contract/attendance.ts";
import {
  thankYouText,
  type ThankedCount,
} from "../../cards/render/thank-you-card.ts";
import type { Db } from "../../db/database.ts";
import type {
  ThankYouPostRow,
  ThankYouRow,
} from "../../db/tables/attendance.ts";
import {
  findThankYou,
  listThankedChannels,
  listThankYouPosts,
} from "./thanks-store.ts";
import { thankYouProblem } from "./thanks-words.ts";

/** What decides whether people can be thanked, and of how many the card speaks. */
export interface ThanksGiven {
  eventId: string;
  /** Ended, and not cancelled. */
  isOver: boolean;
  /** How many came, each once. */
  came: number;
  /** Of a very large meeting Teams counts more people than it lists. */
  unlisted: number;
  smallestBreakdown: number;
}

/** The number that a thank-you speaks of: none where it would be of fewer people than the smallest breakdown. Pure. */
export function countToThank(
  given: Pick<ThanksGiven, "came" | "unlisted" | "smallestBreakdown">,
): ThankedCount {
  return given.came < given.smallestBreakdown
    ? { count: null, isAtLeast: false }
    : { count: given.came, isAtLeast: given.unlisted > 0 };
}

/** The thank-you as leads see it: the one that was asked for, or the one that they can ask for. */
export async function viewThanks(db: Db, given: ThanksGiven): Promise<Thanks> {
  const asked = await findThankYou(db, given.eventId);
  if (asked)
    return viewAsked(asked, await listThankYouPosts(db, given.eventId));
  const channels = await listThankedChannels(db, given.eventId);
  const count = countToThank(given);
  return {
    state: mayThank(given, channels.length) ? "offered" : "notYet",
    by: null,
    at: null,
    count: count.count,
    text: thankYouText(count),
    channels: channels.map(({ channel_id, channel_name }) => ({
      id: channel_id,
      name: channel_name,
      state: "toPost" as const,
      problem: null,
    })),
  };
}

/** Whether there is somebody to thank, and a place for it. Pure. */
export function mayThank(
  { isOver, came }: Pick<ThanksGiven, "isOver" | "came">,
  channels: number,
): boolean {
  return isOver && came > 0 && channels > 0;
}

function viewAsked(asked: ThankYouRow, posts: ThankYouPostRow[]): Thanks {
  const channels = posts.map((post) => ({
    id: post.channel_id,
    name: post.channel_name,
    state: shownState(post),
    problem: thankYouProblem(post),
  }));
  const isOneOf = (wanted: ThanksChannel["state"]) =>
    channels.some(({ state }) => state === wanted);
  return {
    state: isOneOf("toPost")
      ? "sending"
      : isOneOf("failed")
        ? "failed"
        : "sent",
    by: asked.asked_by_name,
    at: asked.asked_at.toISOString(),
    count: asked.count,
    text: thankYouText({ count: asked.count, isAtLeast: asked.is_at_least }),
    channels,
  };
}

type ThanksChannel = Thanks["channels"][number];

function shownState({
  state,
  problem,
}: Pick<ThankYouPostRow, "state" | "problem">): ThanksChannel["state"] {
  // It waits for an admin or a lead, and for nothing else.
  if (problem === "stopped") return "failed";
  return state === "posting" ? "toPost" : state;
}
