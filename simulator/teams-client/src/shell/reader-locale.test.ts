import { canonicalLocale } from "./reader-locale.ts";

describe("the reader's language", () => {
  it("is the browser's, in canonical form", () => {
    expect(canonicalLocale("de-at")).toBe("de-AT");
  });

  it("loses what Intl would refuse", () => {
    expect(canonicalLocale("en-US@posix")).toBe("en-US");
    expect(canonicalLocale("")).toBe("en-US");
    expect(canonicalLocale("C")).toBe("en-US");
  });
});
