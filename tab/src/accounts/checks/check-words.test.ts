import { connectedView } from "../sample-view.ts";
import {
  asSentence,
  checkedSentence,
  checkName,
  checkStateWord,
} from "./check-words.ts";

const check = (state: "ok" | "warning" | "problem" | "unknown") =>
  ({ name: "mailbox", state, sentence: "Found.", cure: null }) as const;
const sentenceFor = (...states: Parameters<typeof check>[0][]) =>
  checkedSentence({
    ...connectedView,
    checks: states.map(check),
    setUpComplete: states.every((state) => state === "ok"),
  });

describe("a new check", () => {
  it("is summed up for those who cannot see the list", () => {
    expect(sentenceFor("ok", "ok")).toBe("Checked. The set-up is complete.");
    expect(sentenceFor("ok", "problem")).toBe(
      "Checked. One thing needs attention.",
    );
    expect(sentenceFor("warning", "problem", "unknown")).toBe(
      "Checked. 2 things need attention.",
    );
    expect(sentenceFor("ok", "unknown")).toMatch(/could not be found out/);
  });

  it("names what was checked and its state in words", () => {
    expect(checkName({ name: "teamsMeetings" })).toBe("Teams meetings");
    expect(asSentence("Its mailbox opens")).toBe("Its mailbox opens.");
    expect(asSentence("It opens.")).toBe("It opens.");
    expect(checkStateWord({ state: "problem" })).toBe("Problem");
  });
});
