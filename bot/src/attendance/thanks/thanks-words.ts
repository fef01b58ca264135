import type {
  ThankYouPostRow,
  ThankYouProblem,
} from "../../db/tables/attendance.ts";

/** Why a thank-you is not in a channel, with what helps. */
const problemSentences: Record<ThankYouProblem, string> = {
  noToken:
    "Microsoft does not let the bot sign in at the moment. This goes on by itself.",
  appRemoved:
    "ERG Events was removed from this team or channel. Try again once the app is added again.",
  channelDeleted: "The channel was deleted, so nobody can be thanked there.",
  channelArchived:
    "This channel is archived, so nothing can be posted there. Try again once it is restored.",
  botBlocked:
    "ERG Events may not write in this channel. Ask an owner of the team whether apps may post there, or a Teams administrator to allow the app; then try again.",
  refused:
    "Teams did not take this card. Try again; if that does not help, tell an administrator.",
  stopped:
    "Something went wrong in ERG Events itself. Try again; if that does not help, tell an administrator.",
};

const unclearSentence =
  "Teams did not confirm this card, so it may be there or not. Look into the channel. So that nobody is thanked twice it is not posted again; where it is missing, write a message of your own.";

/** What keeps a thank-you from being in a channel, or from being known to be; null: nothing. Pure. */
export function thankYouProblem(
  post: Pick<ThankYouPostRow, "state" | "problem">,
): string | null {
  if (post.state === "unclear") return unclearSentence;
  return post.problem === null ? null : problemSentences[post.problem];
}
