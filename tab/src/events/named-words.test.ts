import { namedSentences } from "./named-words.ts";

const none = { people: 3, doubles: 0, inGroup: 0, invited: 0 };

describe("the addresses that a lead gave", () => {
  it("are told of where they come down to fewer people", () => {
    expect(
      namedSentences({
        named: { ...none, doubles: 12, inGroup: 1, invited: 2 },
      }),
    ).toEqual([
      "12 of the addresses name somebody once more and are not counted.",
      "1 of the people whom you named is invited with a group anyway.",
      "2 of the people whom you add are invited already and get no second invitation.",
    ]);
    expect(namedSentences({ named: { ...none, doubles: 1 } })).toEqual([
      "1 of the addresses names somebody once more and is not counted.",
    ]);
  });

  it("are told of where the organizer is among them, who is not invited", () => {
    expect(namedSentences({ named: { ...none, organizer: true } })).toEqual([
      "The service account, which you named, organizes the event and gets no invitation.",
    ]);
  });

  it("need no word where each is a person", () => {
    expect(namedSentences({ named: none })).toEqual([]);
    expect(namedSentences({})).toEqual([]);
  });
});
