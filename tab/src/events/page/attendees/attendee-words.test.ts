import type { Attendee } from "../../../../../bot/contract/attendee.ts";
import {
  attendeeAnswer,
  attendeeNote,
  fittingSentence,
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

  it("say how many of them fit", () => {
    expect(fittingSentence({ count: 0, total: 5_000 })).toBe(
      "Nobody of those 5,000 fits. Search for less, or show everybody.",
    );
    expect(fittingSentence({ count: 1_240, total: 5_000 })).toBe(
      "1,240 of 5,000 fit.",
    );
  });
});
