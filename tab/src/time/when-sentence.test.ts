import { clockTime, whenElsewhere, whenSentence } from "./when-sentence.ts";

const span = {
  startsAt: "2026-12-01T17:00:00.000Z",
  endsAt: "2026-12-01T18:00:00.000Z",
  timeZone: "Europe/London",
};

describe("when an event is", () => {
  it("is said in the reader's zone and language", () => {
    const sentence = whenSentence(span, {
      locale: "en-GB",
      timeZone: "Asia/Kolkata",
    });
    expect(sentence).toContain("1 December 2026");
    expect(sentence).toContain("22:30");
    expect(sentence).toContain("23:30");
    expect(
      whenSentence(span, { locale: "de", timeZone: "Europe/Berlin" }),
    ).toContain("Dezember");
  });

  it("is said in the event's zone too where the clocks differ", () => {
    const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
    expect(whenElsewhere(span, berlin)).toMatch(/17:00.*in Europe\/London$/);
    const lisbon = { locale: "en-GB", timeZone: "Europe/Lisbon" };
    expect(whenElsewhere(span, lisbon)).toBeNull();
  });

  it("is short for a time of day", () => {
    const reader = { locale: "en-GB", timeZone: "UTC" };
    expect(clockTime(span.startsAt, reader)).toBe("17:00");
  });
});
