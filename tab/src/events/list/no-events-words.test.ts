import { listedStates } from "./filter-address.ts";
import { narrowedWords } from "./no-events-words.ts";

const all = {
  search: "",
  state: null,
  groupId: null,
  shown: "upcoming",
} as const;

describe("an empty list", () => {
  it("says of which state nothing is there, and of which words", () => {
    expect(narrowedWords(all)).toBeNull();
    expect(narrowedWords({ ...all, state: "going" })).toEqual({
      title: "You go to no coming event",
      text: "Events that you answer with Going or Maybe appear here.",
    });
    expect(
      narrowedWords({ ...all, state: "going", shown: "past", groupId: "g" })
        ?.title,
    ).toBe("You were going to no past event of this group");
    const titles = listedStates.map(
      (state) => narrowedWords({ ...all, state })?.title,
    );
    expect(new Set(titles).size).toBe(listedStates.length);
    // Nobody searched, so nothing is said of words.
    expect(titles.join()).not.toContain("fits");
    const { text: ofWords } = narrowedWords({ ...all, search: "book" })!;
    expect(ofWords).not.toContain("state");
    expect(
      narrowedWords({ ...all, search: "book", state: "going" })?.text,
    ).toContain("these words and this state");
  });
});
