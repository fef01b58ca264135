import type { Answer, GivenAnswer, Tally } from "../../contract/answer.ts";

export type AnswerSource = "outlook" | "tab" | "card";

/** What is on record for one attendee. */
export type CurrentAnswer =
  | { answer: "none" }
  | { answer: GivenAnswer; answeredAt: Date; answeredIn: AnswerSource };

/** An answer that arrives, with the time at which the person gave it. */
export interface IncomingAnswer {
  answer: Answer;
  answeredAt: Date;
  answeredIn: AnswerSource;
}

export type Precedence =
  | {
      ok: true;
      answer: GivenAnswer;
      answeredAt: Date;
      answeredIn: AnswerSource;
    }
  | { ok: false; reason: "noAnswer" | "void" | "older" | "same" };

/**
 * Decides whether an incoming answer replaces the one on record.
 *
 * - "none" never replaces an answer
 * - the latest answer by its own time wins; at equal times one given in the product (tab, card) wins
 *   over one read from Outlook, whose times are whole seconds
 * - of two answers given in the product the one that arrives later wins, whatever the clocks of the
 *   processes that took them say; its time is never before the other's
 * - times are on Microsoft's clock: answers given in the product are corrected by how far ours is off
 *   ({@link answerTime}), as far as that is known
 * - an answer given before the current schedule was sent is void: it answered another time. Outlook's times
 *   are whole seconds, so one of the very second in which a move was sent is void, too: nobody reads and
 *   answers it so fast. The first schedule voids nothing.
 *
 * @param schedule.sentAt when Outlook got the current start and end; null: not yet, so every answer
 *   that Outlook reports is for an earlier schedule. Answers in the product are always for the current.
 * @param schedule.isFirst it is as it was sent first: nobody can have answered another time
 */
export function decidePrecedence(given: {
  current: CurrentAnswer;
  incoming: IncomingAnswer;
  schedule: { sentAt: Date | null; isFirst: boolean };
}): Precedence {
  const { current, incoming, schedule } = given;
  if (incoming.answer === "none") return { ok: false, reason: "noAnswer" };
  const { answer, answeredAt, answeredIn } = incoming;
  const { sentAt, isFirst } = schedule;
  if (
    answeredIn === "outlook" &&
    (sentAt === null || (!isFirst && answeredAt < sentAt))
  )
    return { ok: false, reason: "void" };
  if (current.answer !== "none") {
    if (answeredIn !== "outlook" && current.answeredIn !== "outlook")
      return {
        ok: true,
        answer,
        answeredAt:
          answeredAt < current.answeredAt ? current.answeredAt : answeredAt,
        answeredIn,
      };
    if (answeredAt < current.answeredAt) return { ok: false, reason: "older" };
    const sameTime = answeredAt.getTime() === current.answeredAt.getTime();
    if (sameTime && answeredIn === "outlook")
      return {
        ok: false,
        reason: answer === current.answer ? "same" : "older",
      };
  }
  return { ok: true, answer, answeredAt, answeredIn };
}

/** What the `Date` of an answer over the network can be off by itself, in milliseconds. */
const clockNoiseMs = 2000;

/**
 * When an answer was given in the product, on Microsoft's clock, with whose times it is compared.
 * @param offsetMs how far Microsoft's clock is ahead of ours; null: not known
 */
export function answerTime(now: Date, offsetMs: number | null): Date {
  return offsetMs === null || Math.abs(offsetMs) <= clockNoiseMs
    ? now
    : new Date(now.getTime() + offsetMs);
}

/** Outlook tells the times of answers in whole seconds; what it is compared with is cut down to them. */
const emptyTally: Tally = {
  accepted: 0,
  tentative: 0,
  declined: 0,
  none: 0,
  total: 0,
};

/** Counts answers. */
export function tallyOf(answers: Iterable<Answer>): Tally {
  const tally = { ...emptyTally };
  for (const answer of answers) {
    tally[answer] += 1;
    tally.total += 1;
  }
  return tally;
}

/** The same from counts by answer, as the database gives them. */
export function tallyOfCounts(counts: Partial<Record<Answer, number>>): Tally {
  const tally = { ...emptyTally, ...counts };
  tally.total = tally.accepted + tally.tentative + tally.declined + tally.none;
  return tally;
}

/** Graph's words (`attendee.status.response`) in ours. */
export function answerFromGraph(response: string): Answer {
  switch (response) {
    case "accepted":
      return "accepted";
    case "tentativelyAccepted":
      return "tentative";
    case "declined":
      return "declined";
    default:
      // none, notResponded and organizer all mean: no answer of this person.
      return "none";
  }
}
