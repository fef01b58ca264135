import type { StoppedWork } from "../../../bot/contract/stopped-work.ts";
import { countSentence, sinceSentence } from "./stopped-words.ts";

const work = (state: StoppedWork["state"]): StoppedWork => ({
  id: "job.1",
  what: "Answers to “Lunch”",
  why: "Outlook did not do it.",
  since: "2026-11-25T23:04:00Z",
  attempts: 9,
  state,
  canRetry: true,
  canForget: false,
});

describe("the words of stopped work", () => {
  it("say since when by the reader's own clock, and how often it was tried", () => {
    const reader = { locale: "en-US", timeZone: "America/New_York" };
    expect(sinceSentence(work("stopped"), reader)).toBe(
      "Since November 25, 2026 at 6:04 PM, tried 9 times.",
    );
    expect(
      sinceSentence({ ...work("stopped"), attempts: 1 }, reader),
    ).toContain("tried once.");
  });

  it("count what has stopped apart from what is tried again", () => {
    expect(countSentence([])).toMatch(/^Nothing has stopped/);
    expect(countSentence([work("stopped")])).toBe("One thing has stopped.");
    expect(countSentence([work("stopped"), work("retrying")])).toBe(
      "One thing has stopped. One is being tried again.",
    );
    expect(
      countSentence([
        work("stopped"),
        work("stopped"),
        work("retrying"),
        work("retrying"),
      ]),
    ).toBe("2 things have stopped. 2 are being tried again.");
  });
});
