import { expiryWords } from "./it-words.ts";

describe("a credential", () => {
  it("ends on the same day whatever the reader's time zone", () => {
    expect(expiryWords("2027-01-12", { locale: "en-GB" })).toBe(
      "12 January 2027",
    );
  });

  it("whose end is not known says where it stands", () => {
    expect(expiryWords(null, { locale: "en-GB" })).toMatch(/^Not known; see/);
  });
});
