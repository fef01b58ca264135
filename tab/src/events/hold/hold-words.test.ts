import type { Held } from "../../../../bot/contract/events.ts";
import { countdown, problemTitle, waitSentence } from "./hold-words.ts";

const held = (more: Partial<Held>): Held => ({
  kind: "change",
  sendsInMs: 8000,
  problem: null,
  by: "Diego Siciliani",
  isOwn: true,
  content: null,
  message: null,
  ...more,
});

describe("what waits to be sent", () => {
  it("is told with the time that is left, in words that are heard once", () => {
    expect(waitSentence(held({}), 8)).toBe(
      "The change is sent in 8 seconds. Until then it can be stopped.",
    );
    expect(waitSentence(held({ kind: "cancel", isOwn: false }), 1)).toBe(
      "The cancellation of Diego Siciliani is sent in 1 second. Until then it can be stopped.",
    );
  });

  it("counts down for the eye, and goes out at the end", () => {
    expect(countdown(held({ kind: "new" }), 8)).toBe("Sending in 8 s");
    expect(countdown(held({ isOwn: false }), 8)).toBe(
      "Sending the change of Diego Siciliani in 8 s",
    );
    expect(countdown(held({ kind: "cancel" }), 0)).toBe("Sending now");
  });

  it("is told apart when it could not be sent", () => {
    expect(problemTitle(held({}))).toBe("The change was not sent.");
    expect(problemTitle(held({ isOwn: false }))).toBe(
      "The change of Diego Siciliani was not sent.",
    );
  });
});
