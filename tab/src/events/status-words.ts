import type { EventStatus } from "../../../bot/contract/event-status.ts";
import type { EventDetail, EventLive } from "../../../bot/contract/events.ts";
import type { TalliedLists } from "../../../bot/contract/answer.ts";
import { peopleCount } from "../groups/group-choice.ts";
import { listCount } from "./list-words.ts";

/** Whether the product still works on the event by itself. */
function isWorking(status: EventStatus): boolean {
  return ["scheduling", "updating", "cancelling"].includes(status);
}

type Standing = Pick<EventDetail, "status" | "progress" | "cancelMessage">;

/** Whether it shows how far the invitations are: they go out, or have stopped in the middle. Those of what is cancelled do not matter any more. */
export function isPartlyInvited(event: Standing): boolean {
  const { status, progress } = event;
  if (event.cancelMessage !== null || progress.invited >= progress.total)
    return false;
  return isWorking(status) || (status === "failed" && progress.invited > 0);
}

/** Times of an event's work, as the reader writes them: of the next try, null where that is counted down, and of the last mail. */
export interface WorkTimes {
  nextTry: string | null;
  last: string | null;
}

/** Where an event stands, in one sentence or two. */
export function statusSentence(
  live: Standing & Partial<Pick<EventLive, "tally">>,
  { nextTry, last }: WorkTimes,
  { isOver }: { isOver: boolean } = { isOver: false },
): string {
  const { status, progress } = live;
  if (status === "cancelled") return "This event is cancelled.";
  if (status === "failed") {
    const problem =
      progress.problem ?? "This event could not be sent to Outlook.";
    // What could not be sent is then the cancellation.
    if (live.cancelMessage !== null) return problem;
    return `${problem} ${outSentence(status, progress)}`.trimEnd();
  }
  if (progress.waitingFor === "resume") return pausedSentence(status, progress);
  if (status === "scheduled")
    return isOver
      ? "This event is over."
      : scheduledSentence(progress, live.tally?.lists);
  if (progress.waitingFor === "serviceAccount") {
    return `${waitingSubject(status)} as soon as the service account is connected.`;
  }
  if (progress.waitingFor === "nextTry" || progress.waitingFor === "pause") {
    const problem = progress.problem ?? "Outlook did not answer.";
    const what =
      progress.waitingFor === "pause" ? "It goes on" : "The next try is";
    const next = nextTry === null ? "" : `${what} at ${nextTry}.`;
    return `${problem} ${outSentence(status, progress)}${next}${untilSentence(last)}`.trimEnd();
  }
  return `${workSentence(status, progress)}${untilSentence(last)}`;
}

function pausedSentence(
  status: EventStatus,
  progress: EventLive["progress"],
): string {
  const by =
    progress.pausedBy === null
      ? "Paused."
      : `${progress.pausedBy} has paused this.`;
  return `${by} ${outSentence(status, progress)}Nothing more goes out until a lead resumes it.`;
}

/** How far an interrupted work is; empty when it has not begun. */
function outSentence(
  status: EventStatus,
  { invited, total }: EventLive["progress"],
): string {
  if (status === "cancelling" || invited === 0 || invited >= total) return "";
  return `${ofTotal({ invited, total })} invitations are out. `;
}

function untilSentence(last: string | null): string {
  return last === null ? "" : ` The last mail goes out at about ${last}.`;
}

function ofTotal({
  invited,
  total,
}: Pick<EventLive["progress"], "invited" | "total">): string {
  return `${invited.toLocaleString("en")} of ${total.toLocaleString("en")}`;
}

function scheduledSentence(
  progress: EventLive["progress"],
  lists: TalliedLists | undefined,
): string {
  if (progress.total === 0) return "Scheduled.";
  if (progress.invited < progress.total) {
    return `Scheduled. ${ofTotal(progress)} invitations are out.`;
  }
  // Members who came by a list have its invitation.
  const people = progress.total - (lists ? lists.count + lists.members : 0);
  const invited = [
    ...(people > 0 ? [peopleCount(people)] : []),
    ...(lists ? [listCount(lists)] : []),
  ].join(" and ");
  return `Scheduled. ${invited} ${people + (lists?.count ?? 0) === 1 ? "has" : "have"} the invitation.`;
}

function waitingSubject(status: EventStatus): string {
  if (status === "cancelling") return "The cancellations go out";
  if (status === "updating") return "The changes go out";
  return "The invitations go out";
}

function workSentence(
  status: EventStatus,
  { invited, total }: EventLive["progress"],
): string {
  if (status === "cancelling") return "Sending the cancellations.";
  if (status === "updating" && invited >= total) return "Sending the changes.";
  if (total === 0) return "Preparing the invitations.";
  return `Sending invitations: ${ofTotal({ invited, total })}.`;
}
