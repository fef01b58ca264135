import type { Attendee } from "../../../../bot/contract/events.ts";
import {
  attendeeAnswer,
  attendeeNote,
  foundSentence,
  shownSentence,
} from "./attendee-words.ts";

const attendee: Attendee = {
  address: "adelev@contoso.com",
  displayName: "Adele Vance",
  answer: "none",
  answeredAt: null,
  answeredIn: null,
  invited: true,
  outlook: null,
  listSize: null,
};
const list: Attendee = { ...attendee, listSize: 1200 };
const added: Attendee = { ...attendee, outlook: "added" };

describe("an attendee in the table", () => {
  it.each([
    ["somebody invited here", attendee, true, null],
    ["a list", list, true, "About 1,200 people"],
    [
      "somebody who answers an invitation to a list",
      { ...added, answer: "accepted" },
      true,
      "Came by a list or a forwarded invitation",
    ],
    [
      "somebody whom Outlook added, where no list is invited",
      { ...added, answer: "accepted" },
      false,
      "Added in Outlook",
    ],
    [
      "somebody who has not answered: not by a list",
      added,
      true,
      "Added in Outlook",
    ],
  ] as [string, Attendee, boolean, string | null][])(
    "who is %s",
    (_who, row, hasLists, words) => {
      expect(attendeeNote(row, { hasLists })).toBe(words);
    },
  );

  it("shows no answer that is missing where a list is meant", () => {
    expect(attendeeAnswer(list)).toBe("Mailing list");
    expect(attendeeAnswer({ ...list, answer: "accepted" })).toBe("Going");
    expect(attendeeAnswer(attendee)).toBe("Not answered");
  });

  it("say how many of them are shown, and how many were found", () => {
    expect(shownSentence({ shown: 12, total: 12 })).toBeNull();
    expect(shownSentence({ shown: 100, total: 5_000 })).toBe(
      "The first 100 of 5,000. Find others by their name or address.",
    );
    expect(foundSentence({ shown: 0, count: 0 })).toMatch(/^Nobody/);
    expect(foundSentence({ shown: 1, count: 1 })).toBe("1 person found.");
    expect(foundSentence({ shown: 100, count: 1_240 })).toBe(
      "1,240 people found; these are the first 100.",
    );
  });
});
