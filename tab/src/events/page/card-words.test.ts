import { cardStateSchema } from "../../../../bot/contract/event-cards.ts";
import { cardSentence } from "./card-words.ts";

/** The part of the sentence that tells the cure, or that none is needed. */
const cures = {
  waiting: "goes on by itself",
  upToDate: "up to date",
  messageDeleted: "Post it again",
  appRemoved: "once the app is added again",
  channelDeleted: "choose another channel",
  channelArchived: "once it is restored",
  botBlocked: "Ask an owner",
  failed: "tell an administrator",
};

describe("where a card stands", () => {
  it.each(cardStateSchema.options)("is told with the cure: %s", (state) => {
    expect(cardSentence({ state, nextTryInMs: null })).toContain(cures[state]);
  });

  it("says of a card that Teams did not take that it is tried again", () => {
    expect(cardSentence({ state: "waiting", nextTryInMs: 4000 })).toBe(
      "Teams did not take this card. It is tried again by itself.",
    );
  });
});
