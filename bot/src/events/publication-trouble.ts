import { GraphFailure } from "../graph/graph-failure.ts";

/**
 * What a failed publication means for its event.
 *
 * - `wait`: the account is being repaired; what waits is enqueued then
 * - `later`: at a time that Microsoft named, or that its limits ask for
 * - `again`: soon, and after a row of attempts given up with `lastSentence`, or, without one, begun anew
 * - `giveUp`: somebody has to do something first
 */
export type PublicationTrouble =
  | { kind: "wait" }
  | { kind: "later"; sentence: string; afterMs: number }
  | { kind: "again"; sentence: string; lastSentence: string | null }
  | { kind: "giveUp"; sentence: string };

/** Wait where Exchange names none, in milliseconds: its sending limits go by the day. */
const quotaPauseMs = 600_000;

/** Codes of Graph's that blame a part of the event (Graph: "Create event"; Exchange Web Services: "ResponseCode"). */
const refusedParts = new Map([
  [
    "ErrorInvalidRecipients",
    "Outlook refuses one of the addresses. Look through the addresses of this event, correct them and save again.",
  ],
  [
    "ErrorOccurrenceCrossingBoundary",
    "Two dates of the series would overlap or change places. Choose another time and save again.",
  ],
  [
    "ErrorInvalidIdMalformed",
    "Outlook does not recognise this event any more. Cancel it here, and schedule it again if it still takes place.",
  ],
]);

export function publicationTrouble(error: unknown): PublicationTrouble {
  if (!(error instanceof GraphFailure)) return ourFault;
  switch (error.kind) {
    case "account":
      return { kind: "wait" };
    case "quota":
      return {
        kind: "later",
        sentence:
          "The service account has sent as many mails as Exchange allows for now; the next try starts by itself.",
        afterMs: error.retryAfterMs ?? quotaPauseMs,
      };
    case "gone":
      return {
        kind: "giveUp",
        sentence:
          "Somebody deleted this event from the service account's calendar. Its group's leads decide whether it is sent again or cancelled.",
      };
    case "bug":
      return {
        kind: "giveUp",
        sentence:
          refusedParts.get(error.code) ??
          "Outlook refused this event. Change it and save again; if that does not help, ask an administrator to look at the log.",
      };
    case "forbidden":
      // Most likely the account lacks a permission: its check finds that out meanwhile, and then the event waits.
      return {
        kind: "again",
        sentence:
          "Outlook does not permit this at the moment; the next try starts by itself.",
        lastSentence:
          "Outlook does not permit this event. Ask an administrator to look at Settings, then choose “Try again”.",
      };
    case "retryable":
      return error.retryAfterMs === null
        ? noAnswer
        : {
            kind: "later",
            sentence: "Outlook is busy; the next try starts by itself.",
            afterMs: error.retryAfterMs,
          };
    default:
      return noAnswer;
  }
}

const noAnswer: PublicationTrouble = {
  kind: "again",
  sentence: "Outlook did not answer; the next try starts by itself.",
  // An outage ends by itself, and nobody should have to press a button for each event then.
  lastSentence: null,
};

/** Whatever is no refusal of Graph's is a fault of the product, or its database's. */
const ourFault: PublicationTrouble = {
  kind: "again",
  sentence: "Something went wrong on our side; the next try starts by itself.",
  lastSentence:
    "Something went wrong on our side, again and again. Ask an administrator to look at Settings, Stopped work; then choose “Try again”.",
};
