import { countToThank, mayThank } from "./view-thanks.ts";

describe("whom a thank-you speaks of", () => {
  it.each([
    [{ came: 4, unlisted: 0, smallestBreakdown: 5 }, null, false],
    [{ came: 5, unlisted: 0, smallestBreakdown: 5 }, 5, false],
    [{ came: 4, unlisted: 9, smallestBreakdown: 5 }, null, false],
    [{ came: 1000, unlisted: 20, smallestBreakdown: 5 }, 1000, true],
    [{ came: 1, unlisted: 0, smallestBreakdown: 1 }, 1, false],
  ])("of %j is %s, at least: %s", (given, count, isAtLeast) => {
    expect(countToThank(given)).toEqual({ count, isAtLeast });
  });

  it("is somebody who came to an event that is over, and has a place", () => {
    expect(mayThank({ isOver: true, came: 1 }, 1)).toBe(true);
    expect(mayThank({ isOver: false, came: 1 }, 1)).toBe(false);
    expect(mayThank({ isOver: true, came: 0 }, 1)).toBe(false);
    expect(mayThank({ isOver: true, came: 1 }, 0)).toBe(false);
  });
});
