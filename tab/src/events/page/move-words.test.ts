import { moveSentence } from "./move-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/London" };

describe("that the event was moved", () => {
  it("is said with the day on which that was, and what became of the reader's answer", () => {
    const at = "2026-12-01T17:03:00.000Z";
    const told = moveSentence({ at, myEarlierAnswer: "accepted" }, reader);
    expect(told).toMatch(/^The time has changed on 1 Dec, 17:03\./);
    expect(told).toMatch(/answer again\. You had accepted the earlier time\.$/);
  });

  it("is said without what is not known", () => {
    expect(moveSentence({ at: null, myEarlierAnswer: null }, reader)).toBe(
      "The time has changed. Everybody was asked to answer again.",
    );
  });
});
