import { dateFormat } from "./date-format.ts";

const options = { dateStyle: "long", timeZone: "UTC" } as const;
const [day, later] = [new Date("2031-12-01"), new Date("2031-12-03")];

describe("a date", () => {
  it("is written as its reader's language has it", () => {
    expect(dateFormat("en-GB", options).format(day)).toBe("1 December 2031");
  });

  it("holds together inside a sentence that runs the other way", () => {
    const hebrew = dateFormat("he-IL", options);
    for (const written of [hebrew.format(day), hebrew.formatRange(day, later)])
      expect(written).toMatch(/^\u2068.*2031\u2069$/);
  });
});
