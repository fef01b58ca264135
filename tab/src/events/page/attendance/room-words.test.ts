import { isThereByTick, tickRefusal } from "./room-words.ts";

describe("ticks in words", () => {
  it("say what counts when one was not stored", () => {
    expect(tickRefusal("Kim Lee", true, "Try again.")).toBe(
      "Kim Lee was not ticked off. Try again.",
    );
    expect(tickRefusal("Kim Lee", false, "Try again.")).toBe(
      "Kim Lee is still ticked off: that could not be taken back. Try again.",
    );
  });

  it("know who leaves the list without one", () => {
    const inMeeting = { firstJoinAt: "", lastLeaveAt: "", minutes: 1 };
    expect(isThereByTick({ answer: "notInvited", inMeeting: null })).toBe(true);
    expect(isThereByTick({ answer: "notInvited", inMeeting })).toBe(false);
    expect(isThereByTick({ answer: "none", inMeeting: null })).toBe(false);
  });
});
