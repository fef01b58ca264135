import { gatherMsAfter } from "./watch-events.ts";

describe("changes of an event that people watch", () => {
  it("are shown at once where nothing was for a while and the event is read in a moment", () => {
    expect(gatherMsAfter(null)).toBe(50);
    expect(gatherMsAfter({ readMs: 4, agoMs: 60_000 })).toBe(50);
  });

  it("are shown four times a second at most, however many come", () => {
    expect(gatherMsAfter({ readMs: 4, agoMs: 0 })).toBe(250);
    expect(gatherMsAfter({ readMs: 4, agoMs: 100 })).toBe(150);
  });

  it("are gathered for longer the longer the event takes to read, and not for ever", () => {
    expect(gatherMsAfter({ readMs: 100, agoMs: 0 })).toBe(900);
    expect(gatherMsAfter({ readMs: 100, agoMs: 60_000 })).toBe(900);
    expect(gatherMsAfter({ readMs: 60_000, agoMs: 0 })).toBe(3_000);
  });
});
