import { asStoodBefore, decideUndo, type NewestAnswer } from "./answer-undo.ts";

const at = (minutes: number) => new Date(Date.UTC(2031, 0, 1, 12, minutes));
const newest: NewestAnswer = {
  id: "7",
  answer: "declined",
  answered_at: at(0),
  answered_in: "tab",
  schedule_version: 1,
  recorded_at: at(0),
  stood_before: { answer: "none" },
};
const attendee = {
  answer: "declined",
  answered_at: at(0),
  answered_in: "tab",
} as const;
const decide = (more: Partial<Parameters<typeof decideUndo>[0]> = {}) =>
  decideUndo({
    attendee,
    event: { schedule_version: 1 },
    newest,
    now: at(1),
    ...more,
  });

describe("an answer is taken back", () => {
  it("for ten minutes, and what stood before it counts", () => {
    expect(decide()).toEqual({
      ok: true,
      puts: { answer: "none" },
      until: at(10),
    });
    expect(decide({ now: at(10) })).toEqual({ ok: false, reason: "tooLate" });
  });

  it("by nobody whose other answer counts by now", () => {
    for (const other of [
      { ...attendee, answer: "accepted" as const },
      { ...attendee, answered_at: at(1) },
      { ...attendee, answered_in: "outlook" as const },
      { answer: "none" as const, answered_at: null, answered_in: null },
    ])
      expect(decide({ attendee: other })).toEqual({
        ok: false,
        reason: "answeredAgain",
      });
  });

  it("not where nobody knows what stood before", () => {
    const reason = { ok: false, reason: "answeredAgain" };
    expect(decide({ newest: null })).toEqual(reason);
    expect(decide({ newest: { ...newest, stood_before: null } })).toEqual(
      reason,
    );
  });

  it("not where it was for another time", () => {
    expect(decide({ event: { schedule_version: 2 } })).toEqual({
      ok: false,
      reason: "otherSchedule",
    });
  });
});

it("keeps what stood before with its own time", () => {
  expect(asStoodBefore({ answer: "none" })).toEqual({ answer: "none" });
  expect(
    asStoodBefore({
      answer: "accepted",
      answeredAt: at(3),
      answeredIn: "outlook",
    }),
  ).toEqual({
    answer: "accepted",
    answeredAt: "2031-01-01T12:03:00.000Z",
    answeredIn: "outlook",
  });
});
