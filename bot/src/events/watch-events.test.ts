import { gatherMsAfter } from "./watch-events.ts";

describe("changes of an event that people watch", () => {
  it("are shown at once where the event is read in a moment", () => {
    expect(gatherMsAfter(0)).toBe(50);
    expect(gatherMsAfter(4)).toBe(50);
  });

  it("are gathered for longer the longer the event takes to read, and not for ever", () => {
    expect(gatherMsAfter(100)).toBe(900);
    expect(gatherMsAfter(60_000)).toBe(3_000);
  });
});
