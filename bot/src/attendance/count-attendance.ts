import {
  answerBeforeSchema,
  type AnswerBefore,
  type AttendanceBreakdown,
  type AttendanceCounts,
  type AttendancePerson,
} from "../../contract/attendance.ts";

type Counted = Pick<AttendancePerson, "answer" | "inMeeting" | "inRoom">;

/** What leads are told of the people of an event, in numbers. Pure. */
export function countAttendance(
  people: readonly Counted[],
): AttendanceCounts & { breakdown: AttendanceBreakdown } {
  const minutes = people.flatMap(({ inMeeting }) => inMeeting?.minutes ?? []);
  const count = (isOne: (person: Counted) => boolean) =>
    people.filter(isOne).length;
  const sum = minutes.reduce((total, one) => total + one, 0);
  return {
    came: count(hasCome),
    breakdown: {
      inMeeting: minutes.length,
      inRoom: count(({ inRoom }) => inRoom),
      cameWithoutAnswer: count(cameWithoutAnswer),
      didNotCome: count(didNotCome),
      averageMinutes:
        minutes.length === 0 ? null : Math.round(sum / minutes.length),
      byAnswer: answerBeforeSchema.options.flatMap((answer) => {
        const of = people.filter((person) => person.answer === answer);
        if (of.length === 0) return [];
        const came = of.filter(hasCome).length;
        return [{ answer, came, didNotCome: of.length - came }];
      }),
    },
  };
}

/** In the meeting or in the room. */
export function hasCome({ inMeeting, inRoom }: Counted): boolean {
  return inMeeting !== null || inRoom;
}

/** Answers by which nobody could expect somebody. */
const unexpected: ReadonlySet<AnswerBefore> = new Set([
  "declined",
  "none",
  "notInvited",
]);

export function cameWithoutAnswer(person: Counted): boolean {
  return hasCome(person) && unexpected.has(person.answer);
}

/** Accepted and did not come. */
export function didNotCome(person: Counted): boolean {
  return !hasCome(person) && person.answer === "accepted";
}
