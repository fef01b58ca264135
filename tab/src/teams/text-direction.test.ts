import { textDirection, usableLocale } from "./text-direction.ts";

describe("the reader's locale", () => {
  it("turns pages for languages that are written from right to left", () => {
    expect(textDirection("ar-EG")).toBe("rtl");
    expect(textDirection("HE")).toBe("rtl");
    expect(textDirection("en-us")).toBe("ltr");
  });

  it("falls back to English when it is no locale", () => {
    expect(usableLocale("de-de")).toBe("de-DE");
    expect(usableLocale("not a locale")).toBe("en");
  });
});
