import type { Thanks } from "../../../../../bot/contract/attendance.ts";
import {
  channelProblems,
  channelsToPost,
  thanksLabel,
  thanksLeavesOut,
  thanksSentence,
  thanksWhere,
} from "./thanks-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/London" };
const channel = (
  name: string,
  state: Thanks["channels"][number]["state"] = "toPost",
  problem: string | null = null,
) => ({ id: name, name, state, problem });
const thanks = (more: Partial<Thanks> = {}): Thanks => ({
  state: "offered",
  by: null,
  at: null,
  count: 42,
  text: "Thank you!",
  channels: [channel("General"), channel("Events")],
  ...more,
});

describe("the thank-you in words", () => {
  it("is not mentioned too early, nor offered without a channel", () => {
    expect(thanksSentence(thanks({ state: "notYet" }), reader)).toBeNull();
    expect(thanksSentence(thanks({ channels: [] }), reader)).toMatch(
      /^No channel has a card/,
    );
  });

  it("says who thanked, where and when", () => {
    const sent = thanks({
      state: "sent",
      by: "Megan Bowen",
      at: "2026-12-01T18:40:00.000Z",
      channels: [channel("General", "posted"), channel("Events", "posted")],
    });
    expect(thanksSentence(sent, reader)).toBe(
      "Megan Bowen thanked people in General and Events, 1 Dec, 18:40.",
    );
  });

  it("says where it is missing, and why", () => {
    const failed = thanks({
      state: "failed",
      channels: [
        channel("General", "posted"),
        channel("Events", "failed", "The channel is archived."),
      ],
    });
    expect(thanksSentence(failed, reader)).toBe(
      "The thank-you is in General, but not in Events.",
    );
    expect(channelsToPost(failed).map(({ name }) => name)).toEqual(["Events"]);
    expect(channelProblems(failed)).toEqual([
      "Events: The channel is archived.",
    ]);
    expect(
      thanksSentence(
        thanks({ state: "failed", channels: [channel("General", "failed")] }),
        reader,
      ),
    ).toBe("The thank-you could not be posted.");
  });

  it("says beforehand where it goes and what it leaves out", () => {
    expect(thanksWhere(thanks())).toBe(
      "A new message in General and Events will say:",
    );
    expect(thanksLabel(thanks())).toBe("Post it in 2 channels");
    expect(thanksLabel(thanks({ channels: [channel("General")] }))).toBe(
      "Post it",
    );
    expect(thanksLeavesOut(thanks())).toBe("It names nobody.");
    expect(thanksLeavesOut(thanks({ count: null }))).toMatch(/no number/);
  });
});
