import type { GroupChannel } from "../../../../bot/contract/groups.ts";
import { cardSentences, channelLabel } from "./channel-words.ts";

const channels: GroupChannel[] = [
  { id: "g", name: "General", kind: "standard" },
  { id: "m", name: "Mentoring", kind: "private" },
  { id: "a", name: "Allies", kind: "shared" },
];

describe("a channel in the form", () => {
  it("says in words who sees it when not the whole team, or not the team alone", () => {
    expect(channels.map(channelLabel)).toEqual([
      "General",
      "Mentoring (private: only its own members)",
      "Allies (shared: also people of other teams)",
    ]);
  });
});

describe("what sending does to the cards", () => {
  const sentences = (before: string[] | null, after: string[]) =>
    cardSentences({ before, after, channels });

  it("is said for a new event, whether it gets cards or none", () => {
    expect(sentences(null, ["g"])).toBe("A card will be posted in General.");
    expect(sentences(null, ["a", "g"])).toBe(
      "Cards will be posted in General and Allies.",
    );
    expect(sentences(null, [])).toBe("No card will be posted in Teams.");
  });

  it("is said for a change: what comes, what stays, what goes", () => {
    expect(sentences(["g", "m"], ["g", "a"])).toBe(
      "A card will be posted in Allies. The card in General will be brought up to date. The card in Mentoring will be deleted.",
    );
  });

  it("is said of several cards at once", () => {
    expect(sentences(["g", "m"], ["g", "m"])).toBe(
      "The cards in General and Mentoring will be brought up to date.",
    );
    expect(sentences(["g", "m"], [])).toBe(
      "The cards in General and Mentoring will be deleted.",
    );
  });

  it("is not worth a word when there was no card and is none", () => {
    expect(sentences([], [])).toBe("");
  });
});
