import { thankYouProblem } from "./thanks-words.ts";

describe("what keeps a thank-you from a channel", () => {
  it("is nothing where it is, or waits for its turn", () => {
    expect(thankYouProblem({ state: "posted", problem: null })).toBeNull();
    expect(thankYouProblem({ state: "toPost", problem: null })).toBeNull();
    expect(thankYouProblem({ state: "posting", problem: null })).toBeNull();
  });

  it("says what helps", () => {
    const sentence = (
      problem: "noToken" | "channelArchived" | "botBlocked" | "stopped",
    ) => thankYouProblem({ state: "failed", problem });
    expect(sentence("noToken")).toContain("goes on by itself");
    expect(sentence("channelArchived")).toContain("once it is restored");
    expect(sentence("botBlocked")).toContain("Ask an owner");
    expect(sentence("stopped")).toContain("tell an administrator");
  });

  it("says where it may be or not, and that it is not repeated", () => {
    expect(thankYouProblem({ state: "unclear", problem: null })).toMatch(
      /may be there or not.*not posted again/,
    );
  });
});
