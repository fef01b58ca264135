import type { AttendancePerson } from "../../../../../bot/contract/attendance.ts";

/** Why a tick was not stored, with what counts instead. */
export function tickRefusal(
  name: string,
  inRoom: boolean,
  reason: string,
): string {
  return inRoom
    ? `${name} was not ticked off. ${reason}`
    : `${name} is still ticked off: that could not be taken back. ${reason}`;
}

/** Whether somebody is on the list for the tick alone, and leaves it without one. */
export function isThereByTick({
  answer,
  inMeeting,
}: Pick<AttendancePerson, "answer" | "inMeeting">): boolean {
  return answer === "notInvited" && inMeeting === null;
}

/** What becomes of somebody who was on the list for the tick alone. */
export function takenOffSentence(name: string): string {
  return `${name} is off the list.`;
}

export function addedSentence(name: string): string {
  return `${name} is on the list, as somebody who was in the room.`;
}
