import type { Answer } from "../../../../bot/contract/answer.ts";
import type {
  EventDetail,
  EventLive,
} from "../../../../bot/contract/events.ts";
import { isBrokenDown, tallyAfter } from "../answer-words.ts";

/** The event with what the stream just told; older news than the event itself are passed over. */
export function withLive(event: EventDetail, live: EventLive): EventDetail {
  return live.version < event.version ? event : { ...event, ...live };
}

/**
 * True when the stream tells of a change that the loaded event does not show yet, such as a new title: another
 * version, or that what waited has gone out, which leads have known by its version before.
 */
export function needsReload(event: EventDetail, live: EventLive): boolean {
  return (
    live.version > event.version || (event.held !== null && live.held === null)
  );
}

/** The event as it will be when the reader's answer is stored or taken back, shown until the backend replies. */
export function withMyAnswer(event: EventDetail, answer: Answer): EventDetail {
  const tally = tallyAfter(event.tally, { from: event.myAnswer, to: answer });
  const othersWait =
    event.permissions.seeAttendees && isBrokenDown(tally) && tally.none > 0;
  const moveAfter =
    event.move && othersWait ? { ...event.move, myEarlierAnswer: null } : null;
  return {
    ...event,
    myAnswer: answer,
    tally,
    // What was said to an earlier time is not known here: it comes with the backend's reply.
    move: answer === "none" ? event.move : moveAfter,
  };
}
