import type { EventLive, EventStatus } from "../../../bot/contract/events.ts";
import type { TalliedLists } from "../../../bot/contract/answer.ts";
import { peopleCount } from "../groups/group-choice.ts";
import { listCount } from "./list-words.ts";

/** The status in a word or two, for badges; null where the status goes without saying. */
export function statusLabel(status: EventStatus): string | null {
  const labels: Record<EventStatus, string | null> = {
    scheduling: "Invitations not out yet",
    scheduled: null,
    updating: "Updating",
    cancelling: "Cancelling",
    cancelled: "Cancelled",
    failed: "Needs attention",
  };
  return labels[status];
}

/** Whether the product still works on the event by itself. */
export function isWorking(status: EventStatus): boolean {
  return ["scheduling", "updating", "cancelling"].includes(status);
}

/** Where an event stands, in one sentence. `nextTry` is the time of day of the next try, as the reader writes it. */
export function statusSentence(
  live: Pick<EventLive, "status" | "progress"> &
    Partial<Pick<EventLive, "tally">>,
  nextTry: string | null,
): string {
  const { status, progress } = live;
  if (status === "cancelled") return "This event is cancelled.";
  if (status === "failed") {
    return progress.problem ?? "This event could not be sent to Outlook.";
  }
  if (status === "scheduled")
    return scheduledSentence(progress, live.tally?.lists);
  if (progress.waitingFor === "serviceAccount") {
    return `${waitingSubject(status)} as soon as the service account is connected.`;
  }
  if (progress.waitingFor === "nextTry") {
    const when = nextTry === null ? "soon" : `at ${nextTry}`;
    return `${progress.problem ?? "Outlook did not answer."} The next try is ${when}.`;
  }
  return workSentence(status, progress);
}

function scheduledSentence(
  progress: EventLive["progress"],
  lists: TalliedLists | undefined,
): string {
  if (progress.total === 0) return "Scheduled.";
  if (progress.invited < progress.total) {
    return `Scheduled. ${progress.invited} of ${progress.total} invitations are out.`;
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
  return `Sending invitations: ${invited} of ${total}`;
}
