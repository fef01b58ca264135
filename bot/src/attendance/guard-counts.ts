import type {
  AttendanceBreakdown,
  AttendanceCounts,
} from "../../contract/attendance.ts";

/**
 * What people who may not see names are told of who came: nothing of fewer people than `smallestBreakdown`, and how they
 * come apart only where no part is smaller, whether it is shown or what two numbers leave over. A part of nobody tells of
 * nobody. Pure.
 *
 * @param smallestBreakdown the organization's setting
 */
export function guardCounts(
  counts: AttendanceCounts,
  smallestBreakdown: number,
): AttendanceCounts | null {
  const { came, breakdown } = counts;
  if (came < smallestBreakdown) return null;
  const isShown =
    breakdown !== null &&
    partsOf(came, breakdown).every(
      (part) => part === 0 || part >= smallestBreakdown,
    );
  return { came, breakdown: isShown ? breakdown : null };
}

function partsOf(came: number, breakdown: AttendanceBreakdown): number[] {
  const { inMeeting, inRoom } = breakdown;
  return [
    inMeeting,
    inRoom,
    // Who was in one of the two alone, and in both.
    came - inMeeting,
    came - inRoom,
    inMeeting + inRoom - came,
    breakdown.cameWithoutAnswer,
    came - breakdown.cameWithoutAnswer,
    breakdown.didNotCome,
    ...breakdown.byAnswer.flatMap((of) => [of.came, of.didNotCome]),
  ];
}
