import { trackingSentence } from "./answers.ts";

describe("the tracking sentence", () => {
  it("counts every answer, and both forms of no answer as one", () => {
    expect(
      trackingSentence([
        "accepted",
        "accepted",
        "tentativelyAccepted",
        "none",
        "notResponded",
      ]),
    ).toBe("2 accepted, 1 tentative, 0 declined, 2 have not answered");
  });
});
