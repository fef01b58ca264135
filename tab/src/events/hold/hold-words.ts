import type { Held } from "../../../../bot/contract/events.ts";

const subjects: Record<Held["kind"], string> = {
  new: "The event",
  change: "The change",
  cancel: "The cancellation",
};

/** What waits and how long, in a sentence that stays as it is while the time runs: it is heard once. */
export function waitSentence(held: Held, seconds: number): string {
  const whose = held.isOwn || held.by === null ? "" : ` of ${held.by}`;
  return `${subjects[held.kind]}${whose} is sent in ${seconds} ${seconds === 1 ? "second" : "seconds"}. Until then it can be stopped.`;
}

/** The same as it is seen, counting down. */
export function countdown(held: Held, seconds: number): string {
  if (seconds === 0) return "Sending now";
  const what = {
    new: "Sending",
    change: "Sending the change",
    cancel: "Cancelling",
  }[held.kind];
  const whose = held.isOwn || held.by === null ? "" : ` of ${held.by}`;
  return `${what}${whose} in ${seconds} s`;
}

/** What could not be carried out after the hold. */
export function problemTitle(held: Held): string {
  const whose =
    held.isOwn || held.by === null
      ? subjects[held.kind]
      : `${subjects[held.kind]} of ${held.by}`;
  return `${whose} was not sent.`;
}
