import { typedDate } from "./typed-date.ts";

const british = { today: "2026-11-23", locale: "en-GB" };
const american = { today: "2026-11-23", locale: "en-US" };

describe("a typed date", () => {
  it("may be written the international way", () => {
    expect(typedDate("2026-12-01", british)).toBe("2026-12-01");
    expect(typedDate(" 2026-2-3 ", american)).toBe("2026-02-03");
  });

  it("is read in the order of the reader's language", () => {
    expect(typedDate("1/12/2026", british)).toBe("2026-12-01");
    expect(typedDate("12/1/2026", american)).toBe("2026-12-01");
    expect(typedDate("1.12.26", { ...british, locale: "de" })).toBe(
      "2026-12-01",
    );
  });

  it("means the next such day without a year", () => {
    expect(typedDate("1/12", british)).toBe("2026-12-01");
    expect(typedDate("22/11", british)).toBe("2027-11-22");
  });

  it("may be said in words", () => {
    expect(typedDate("Today", british)).toBe("2026-11-23");
    expect(typedDate("tomorrow", british)).toBe("2026-11-24");
    expect(typedDate("Tue, 1 Dec 2026", british)).toBe("2026-12-01");
    expect(typedDate("December 1, 2026", american)).toBe("2026-12-01");
  });

  it("is refused when it is no date", () => {
    for (const text of ["", "soon", "31/2/2026", "2026-13-01", "1/2/3/4"]) {
      expect(typedDate(text, british)).toBeNull();
    }
  });
});
