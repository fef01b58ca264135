import {
  answerFromGraph,
  answerTime,
  decidePrecedence,
  tallyOf,
  tallyOfCounts,
  type CurrentAnswer,
  type IncomingAnswer,
} from "./attendee-response.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, seconds));
const accepted: CurrentAnswer = {
  answer: "accepted",
  answeredAt: at(10),
  answeredIn: "outlook",
};
const incoming = (
  answer: IncomingAnswer["answer"],
  seconds: number,
  answeredIn: IncomingAnswer["answeredIn"] = "outlook",
): IncomingAnswer => ({ answer, answeredAt: at(seconds), answeredIn });
const decide = (
  current: CurrentAnswer,
  answer: IncomingAnswer,
  sentAt: Date | null = at(0),
  isFirst = false,
) =>
  decidePrecedence({
    current,
    incoming: answer,
    schedule: { sentAt, isFirst },
  });

describe("decidePrecedence", () => {
  it("takes a first answer", () => {
    expect(decide({ answer: "none" }, incoming("declined", 5))).toEqual({
      ok: true,
      answer: "declined",
      answeredAt: at(5),
      answeredIn: "outlook",
    });
  });

  it("lets the latest answer win, wherever it was given", () => {
    expect(decide(accepted, incoming("declined", 11))).toMatchObject({
      ok: true,
    });
    expect(decide(accepted, incoming("declined", 11, "tab"))).toMatchObject({
      ok: true,
    });
    expect(decide(accepted, incoming("declined", 9))).toEqual({
      ok: false,
      reason: "older",
    });
    expect(decide(accepted, incoming("declined", 9, "tab"))).toEqual({
      ok: false,
      reason: "older",
    });
  });

  it("takes the later of two answers given in the product, whatever their clocks say, and keeps time going forward", () => {
    const onCard: CurrentAnswer = { ...accepted, answeredIn: "card" };
    expect(decide(onCard, incoming("declined", 9, "tab"))).toEqual({
      ok: true,
      answer: "declined",
      answeredAt: at(10),
      answeredIn: "tab",
    });
    expect(decide(onCard, incoming("declined", 11, "card"))).toMatchObject({
      ok: true,
      answeredAt: at(11),
    });
    expect(decide(onCard, incoming("declined", 9))).toEqual({
      ok: false,
      reason: "older",
    });
  });

  it("never lets silence replace an answer", () => {
    expect(decide(accepted, incoming("none", 99))).toEqual({
      ok: false,
      reason: "noAnswer",
    });
  });

  it("prefers the product's own answer at equal times", () => {
    expect(decide(accepted, incoming("declined", 10, "tab"))).toMatchObject({
      ok: true,
    });
    expect(decide(accepted, incoming("declined", 10))).toEqual({
      ok: false,
      reason: "older",
    });
    expect(decide(accepted, incoming("accepted", 10))).toEqual({
      ok: false,
      reason: "same",
    });
  });

  it("voids Outlook's answers to an earlier schedule", () => {
    expect(decide({ answer: "none" }, incoming("accepted", 5), at(6))).toEqual({
      ok: false,
      reason: "void",
    });
    expect(decide({ answer: "none" }, incoming("accepted", 5), null)).toEqual({
      ok: false,
      reason: "void",
    });
  });

  it("takes answers of the product before the new schedule is out", () => {
    expect(
      decide({ answer: "none" }, incoming("accepted", 5, "tab"), null),
    ).toMatchObject({ ok: true });
  });

  it("voids an answer of the very second in which a move was sent, and none of the first schedule", () => {
    const sent = new Date(at(6).getTime() + 700);
    const nobody = { answer: "none" } as const;
    expect(decide(nobody, incoming("accepted", 6), sent)).toEqual({
      ok: false,
      reason: "void",
    });
    expect(decide(nobody, incoming("accepted", 7), sent)).toMatchObject({
      ok: true,
    });
    expect(decide(nobody, incoming("accepted", 6), at(6))).toMatchObject({
      ok: true,
    });
    expect(decide(nobody, incoming("accepted", 6), sent, true)).toMatchObject({
      ok: true,
    });
    expect(decide(nobody, incoming("accepted", 6), null, true)).toEqual({
      ok: false,
      reason: "void",
    });
  });
});

describe("answerTime", () => {
  it.each([
    [null, 0],
    [1999, 0],
    [-2000, 0],
    [2001, 2001],
    [-40_000, -40_000],
  ])(
    "with Microsoft's clock %p ms ahead is moved by %d ms",
    (offsetMs, movedMs) => {
      expect(answerTime(at(10), offsetMs).getTime() - at(10).getTime()).toBe(
        movedMs,
      );
    },
  );
});

describe("tallyOf", () => {
  it("counts each answer and the total", () => {
    expect(
      tallyOf(["accepted", "none", "declined", "accepted", "tentative"]),
    ).toEqual({ accepted: 2, tentative: 1, declined: 1, none: 1, total: 5 });
  });
});

describe("tallyOfCounts", () => {
  it("adds the total to the counts, and nought for what nobody answered", () => {
    expect(
      tallyOfCounts({ accepted: 7, tentative: 5, declined: 3, none: 2 }),
    ).toEqual({ accepted: 7, tentative: 5, declined: 3, none: 2, total: 17 });
    expect(tallyOfCounts({ declined: 1 })).toEqual({
      accepted: 0,
      tentative: 0,
      declined: 1,
      none: 0,
      total: 1,
    });
  });
});

describe("answerFromGraph", () => {
  it.each([
    ["accepted", "accepted"],
    ["tentativelyAccepted", "tentative"],
    ["declined", "declined"],
    ["none", "none"],
    ["notResponded", "none"],
    ["organizer", "none"],
    ["somethingNew", "none"],
  ])("reads %s as %s", (graph, ours) => {
    expect(answerFromGraph(graph)).toBe(ours);
  });
});
