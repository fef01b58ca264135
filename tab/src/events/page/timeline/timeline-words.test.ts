import { sampleEntry } from "./sample-entry.ts";
import { answerSentence, newsSentence, timeAgo } from "./timeline-words.ts";

describe("an answer of the timeline in words", () => {
  it.each([
    [{}, "Going, in Outlook"],
    [
      { replaced: "tentative", answeredIn: "card" },
      "Going, instead of Maybe, on the card",
    ],
    [
      { answer: "declined", replaced: "declined", answeredIn: "tab" },
      "Can't go, as before, in Teams",
    ],
  ] as const)("%j: %s", (more, sentence) => {
    expect(answerSentence(sampleEntry(more))).toBe(sentence);
  });
});

describe("what screen readers hear of new answers", () => {
  it("names the only one", () => {
    expect(newsSentence([sampleEntry()], false)).toBe(
      "Adele Vance: Going, in Outlook.",
    );
  });

  it("counts several by what they say", () => {
    const news = [
      sampleEntry({ answer: "declined" }),
      sampleEntry(),
      sampleEntry(),
    ];
    expect(newsSentence(news, false)).toBe(
      "3 new answers: 2 going and 1 can't go.",
    );
    expect(newsSentence(news, true)).toBe(
      "More than 3 new answers: 2 going and 1 can't go.",
    );
  });

  it("is nothing without news", () => {
    expect(newsSentence([], false)).toBe("");
  });
});

describe("how long ago an answer came", () => {
  const now = new Date("2026-11-25T17:03:30Z");
  it.each([
    ["2026-11-25T17:03:00Z", "now"],
    // The answer's clock is Microsoft's, which may be ahead of the reader's.
    ["2026-11-25T17:04:00Z", "now"],
    ["2026-11-25T17:00:00Z", "3 minutes ago"],
    ["2026-11-25T15:03:00Z", "2 hours ago"],
    ["2026-11-24T12:03:00Z", "yesterday"],
    ["2026-10-26T12:03:00Z", "30 days ago"],
  ])("%s: %s", (instant, words) => {
    expect(timeAgo(instant, now, "en-GB")).toBe(words);
  });

  it("is in the reader's language", () => {
    expect(timeAgo("2026-11-25T17:00:00Z", now, "de")).toBe("vor 3 Minuten");
  });
});
