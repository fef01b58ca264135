import type { EventSummary } from "../../../../bot/contract/event-list.ts";
import {
  agedPages,
  placePage,
  withEvent,
  type ListPage,
} from "./page-chain.ts";

const event = (id: string) => ({ id }) as EventSummary;
const list = (ids: string, nextCursor: string | null) => ({
  events: [...ids].map(event),
  nextCursor,
});
const idsOf = (pages: readonly ListPage[]) =>
  pages.map(({ events }) => events.map(({ id }) => id).join(""));

const three = () =>
  placePage(
    placePage(placePage([], null, list("ab", "b")), "b", list("cd", "d")),
    "d",
    list("e", null),
  );

describe("pages of a list that is read by cursors", () => {
  it("follow one another, each read once", () => {
    expect(idsOf(three())).toEqual(["ab", "cd", "e"]);
    expect(three().every(({ isFresh }) => isFresh)).toBe(true);
    expect(agedPages(three()).some(({ isFresh }) => isFresh)).toBe(false);
  });

  it("are replaced where they are read again, and only they", () => {
    const pages = placePage(agedPages(three()), "b", list("cd", "d"));
    expect(pages.map(({ isFresh }) => isFresh)).toEqual([false, true, false]);
  });

  it("move the beginning of the next where an event came or went, so that none is left out", () => {
    const pages = placePage(three(), null, list("aX", "X"));
    expect(pages.map(({ cursor, isFresh }) => [cursor, isFresh])).toEqual([
      [null, true],
      ["X", false],
      ["d", true],
    ]);
    const mended = placePage(pages, "X", list("bc", "c"));
    expect(idsOf(mended)).toEqual(["aX", "bc", "e"]);
    expect(mended[2]).toMatchObject({ cursor: "c", isFresh: false });
    expect(idsOf(placePage(mended, "c", list("de", null)))).toEqual([
      "aX",
      "bc",
      "de",
    ]);
  });

  it("end where the list has come to end", () => {
    expect(idsOf(placePage(three(), "b", list("c", null)))).toEqual([
      "ab",
      "c",
    ]);
  });

  it("show an event as it is by now, and stay the same where it is not", () => {
    const pages = three();
    const answered = withEvent(pages, { ...event("c"), title: "C" });
    expect(answered[1]?.events[0]?.title).toBe("C");
    expect(answered[0]).toBe(pages[0]);
  });

  it("let an answer go that belongs nowhere any more", () => {
    expect(placePage(three(), "b0", list("x", null))).toEqual(three());
    expect(placePage(three(), "e", list("x", null))).toEqual(three());
  });
});
