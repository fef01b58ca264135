import type {
  Timeline,
  TimelineEntry,
} from "../../../../../bot/contract/timeline.ts";
import {
  comesAfter,
  shownAnswers,
  startTimeline,
  takeLive,
  takeOlder,
} from "./held-timeline.ts";
import { sampleEntry } from "./sample-entry.ts";

const kinds = ["accepted", "tentative", "declined"] as const;
const entry = (id: number): TimelineEntry =>
  sampleEntry({ id: String(id), answer: kinds[id % 3]! });
/** The answers from `newest` down to `oldest`; older ones exist unless it is the first. */
const page = (newest: number, oldest: number): Timeline => ({
  answers: Array.from({ length: newest - oldest + 1 }, (_, n) =>
    entry(newest - n),
  ),
  nextCursor: oldest > 1 ? String(oldest) : null,
});
const idsOf = (entries: TimelineEntry[]) => entries.map(({ id }) => Number(id));
const start = (live: Timeline) => startTimeline({ live, version: 1 }, null);
const tell = (live: Timeline) => ({ live, version: 1 });

describe("the answers that the page holds", () => {
  it("keeps what falls out of the stream's page", () => {
    const held = takeLive(start(page(10, 6)), tell(page(12, 8)));
    expect(idsOf(shownAnswers(held))).toEqual([12, 11, 10, 9, 8, 7, 6]);
    expect(held.nextCursor).toBe("6");
  });

  it("stay the same object when nothing is new, or what is told is older", () => {
    const held = start(page(10, 6));
    expect(takeLive(held, tell(page(10, 6)))).toBe(held);
    expect(takeLive(held, tell(page(9, 5)))).toBe(held);
  });

  it("begin anew where something is missing between", () => {
    const held = takeLive(start(page(10, 6)), tell(page(20, 16)));
    expect(idsOf(shownAnswers(held))).toEqual([20, 19, 18, 17, 16]);
    expect(held.nextCursor).toBe("16");
  });

  it("take in a first answer, and all of a short list, without a gap", () => {
    const empty = start({ answers: [], nextCursor: null });
    const first = takeLive(empty, tell(page(1, 1)));
    expect(idsOf(shownAnswers(first))).toEqual([1]);
    expect(idsOf(shownAnswers(takeLive(first, tell(page(3, 1)))))).toEqual([
      3, 2, 1,
    ]);
  });

  it("begin anew where the event was moved while it was looked at: older ones are for the earlier time, too", () => {
    const held = takeOlder(start(page(10, 6)), start(page(10, 6)), page(5, 1));
    const { answers, nextCursor } = page(10, 6);
    const moved = answers.map((one) => ({ ...one, isVoid: true }));
    const after = takeLive(held, tell({ answers: moved, nextCursor }));
    expect(shownAnswers(after)).toEqual(moved);
    expect(after.nextCursor).toBe("6");
  });

  it("say which were taken back, wherever they are held", () => {
    const held = takeOlder(start(page(10, 6)), start(page(10, 6)), page(5, 1));
    const live = page(10, 1);
    live.answers[2] = { ...entry(8), isTakenBack: true };
    live.answers[7] = { ...entry(3), isTakenBack: true };
    const after = takeLive(held, tell(live));
    const takenBack = shownAnswers(after).filter((one) => one.isTakenBack);
    expect(idsOf(takenBack)).toEqual([8, 3]);
    expect(takeLive(after, tell(live))).toBe(after);
  });

  it("begin anew when the event was changed: answers may be void by then", () => {
    const held = start(page(10, 6));
    const live = page(10, 6);
    live.answers[0] = { ...entry(10), isVoid: true };
    const after = takeLive(held, { live, version: 2 });
    expect(shownAnswers(after)[0]?.isVoid).toBe(true);
  });

  it("go on with older pages while newer answers come", () => {
    const asked = start(page(10, 6));
    const meanwhile = takeLive(asked, tell(page(11, 7)));
    const held = takeOlder(meanwhile, asked, page(5, 1));
    expect(idsOf(shownAnswers(held))).toEqual([
      11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
    expect(held.nextCursor).toBeNull();
  });

  it("pass over a page that was asked for with another filter, or twice", () => {
    const asked = start(page(10, 6));
    const filtered = startTimeline(tell(page(10, 6)), "declined");
    expect(takeOlder(filtered, asked, page(5, 1))).toBe(filtered);
    const once = takeOlder(asked, asked, page(5, 1));
    expect(takeOlder(once, asked, page(5, 1))).toBe(once);
  });

  it("show one kind of answer, of new ones, too", () => {
    const held = startTimeline(tell(page(10, 6)), "declined");
    expect(idsOf(shownAnswers(held))).toEqual([8]);
    expect(idsOf(shownAnswers(takeLive(held, tell(page(11, 7)))))).toEqual([
      11, 8,
    ]);
  });

  it("do not grow without end while nobody asks for older ones", () => {
    let held = start(page(50, 1));
    for (let newest = 51; newest <= 400; newest += 1)
      held = takeLive(held, tell(page(newest, newest - 49)));
    expect(held.recent.length).toBeLessThanOrEqual(200);
    const ids = idsOf(shownAnswers(held));
    expect(ids).toEqual(ids.map((_, n) => 400 - n));
    expect(held.nextCursor).toBe(String(ids.at(-1)));
  });

  it("compare ids as numbers", () => {
    expect(comesAfter("10", "9")).toBe(true);
    expect(comesAfter("9", "10")).toBe(false);
    expect(comesAfter("9", "9")).toBe(false);
    expect(comesAfter("90071992547409931", "90071992547409930")).toBe(true);
  });
});
