import {
  leftOutSentence,
  meetingStandSentence,
  receptionSentence,
  runSentence,
} from "./meeting-words.ts";

describe("the words about a meeting", () => {
  it.each([
    [[], null],
    [["Megan"], "Megan can admit people, present and end the meeting."],
    [
      ["Megan", "Lee"],
      "Megan and Lee can admit people, present and end the meeting.",
    ],
    [
      ["Megan", "Lee", "Alex"],
      "Megan and 2 others can admit people, present and end the meeting.",
    ],
  ])("name who can run it: %j", (names, sentence) => {
    expect(runSentence(names)).toBe(sentence);
  });

  it("say who waits and whether there is a chat, once that is known", () => {
    expect(receptionSentence({ lobby: null, chat: null })).toBeNull();
    expect(receptionSentence({ lobby: "company", chat: true })).toMatch(
      /^Everybody in your organization .* chat is on\.$/,
    );
    expect(receptionSentence({ lobby: "invited", chat: false })).toMatch(
      /^Only people who are invited .* chat is off\.$/,
    );
  });

  it("say where the setting up stands while it is not done", () => {
    expect(meetingStandSentence({ state: "ready", problem: null })).toBeNull();
    expect(meetingStandSentence({ state: "settingUp", problem: null })).toBe(
      "The meeting is being set up for the group’s leads.",
    );
    expect(
      meetingStandSentence({ state: "failed", problem: "Ask somebody." }),
    ).toBe(
      "The meeting could not be set up for the group’s leads. Ask somebody.",
    );
  });

  it("name those without a place", () => {
    expect(leftOutSentence([])).toBeNull();
    expect(leftOutSentence(["Lee", "Alex"])).toMatch(/: Lee, Alex\.$/);
  });
});
