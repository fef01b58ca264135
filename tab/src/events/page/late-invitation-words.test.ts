import { lateInvitationSentence } from "./late-invitation-words.ts";

describe("who was invited by themselves, in words", () => {
  const reader = { locale: "en-GB", timeZone: "UTC" };
  const at = "2026-11-25T10:05:00.000Z";
  it.each([
    [1, "1 person who joined Women was invited"],
    [12, "12 people who joined Women were invited"],
  ])("%i", (people, words) => {
    expect(
      lateInvitationSentence({ groupName: "Women", people, at }, reader),
    ).toBe(`${words} (25 Nov, 10:05).`);
  });
});
