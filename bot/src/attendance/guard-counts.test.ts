import fc from "fast-check";
import { countAttendance } from "./count-attendance.ts";
import { guardCounts } from "./guard-counts.ts";

const came = (n: number, of: { inRoom?: boolean; accepted?: boolean } = {}) =>
  Array.from({ length: n }, () => ({
    answer: of.accepted === false ? ("none" as const) : ("accepted" as const),
    inRoom: of.inRoom ?? false,
    inMeeting: of.inRoom
      ? null
      : { firstJoinAt: "", lastLeaveAt: "", minutes: 30 },
  }));
const stayedAway = (n: number) =>
  came(n).map((person) => ({ ...person, inMeeting: null }));

describe("who came, for people who may not see names", () => {
  it.each([
    ["nothing of fewer than the smallest breakdown", came(4), null],
    [
      "everything where each part is of enough people",
      [...came(5), ...stayedAway(6)],
      { came: 5, breakdown: true },
    ],
    [
      "the number alone where too few did not come",
      [...came(5), ...stayedAway(1)],
      { came: 5, breakdown: false },
    ],
    [
      "the number alone where too few came without an answer",
      [...came(5), ...came(1, { accepted: false })],
      { came: 6, breakdown: false },
    ],
    [
      "the number alone where too few were in the room",
      [...came(9), ...came(2, { inRoom: true })],
      { came: 11, breakdown: false },
    ],
  ])("is %s", (_, people, shown) => {
    const guarded = guardCounts(countAttendance(people), 5);
    expect(
      guarded && { ...guarded, breakdown: guarded.breakdown !== null },
    ).toEqual(shown);
  });

  it("never tells a number of fewer people, nor lets two numbers tell it", () => {
    const person = fc.record({
      answer: fc.constantFrom("accepted" as const, "none" as const),
      inRoom: fc.boolean(),
      inMeeting: fc.option(
        fc.constant({ firstJoinAt: "", lastLeaveAt: "", minutes: 30 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 14 }), (people) => {
        const guarded = guardCounts(countAttendance(people), 3);
        if (!guarded) return;
        const { breakdown } = guarded;
        const parts = breakdown
          ? [
              breakdown.inMeeting,
              breakdown.inRoom,
              breakdown.inMeeting + breakdown.inRoom - guarded.came,
              guarded.came - breakdown.inRoom,
              guarded.came - breakdown.inMeeting,
              breakdown.didNotCome,
              breakdown.cameWithoutAnswer,
              ...breakdown.byAnswer.flatMap((of) => [of.came, of.didNotCome]),
            ]
          : [];
        for (const part of [guarded.came, ...parts])
          expect(part === 0 || part >= 3).toBe(true);
      }),
    );
  });
});
