import {
  clockTime,
  nearTime,
  whenHereAndThere,
  whenSentence,
} from "./when-sentence.ts";

const span = {
  startsAt: "2026-12-01T17:00:00.000Z",
  endsAt: "2026-12-01T18:00:00.000Z",
  isAllDay: false,
  timeZone: "Europe/London",
};
const berlin = { locale: "en-GB", timeZone: "Europe/Berlin" };
const london = { locale: "en-GB", timeZone: "Europe/London" };

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
    expect(whenHereAndThere(span, berlin)).toEqual({
      here: expect.stringMatching(
        /1 December 2026.*18:00.19:00 your time$/,
      ) as string,
      there: expect.stringMatching(/^17:00.18:00 in London$/) as string,
    });
    const lisbon = { locale: "en-GB", timeZone: "Europe/Lisbon" };
    expect(whenHereAndThere(span, lisbon).there).toBeNull();
  });

  it("names the day there where it is another one", () => {
    const sydney = { locale: "en-GB", timeZone: "Australia/Sydney" };
    const { here, there } = whenHereAndThere(span, sydney);
    expect(here).toContain("Wednesday");
    expect(there).toMatch(/^Tuesday,? 1 December.*17:00.18:00 in London$/);
  });

  it("names both days where it ends on another one for the reader", () => {
    const night = { ...span, endsAt: "2026-12-01T23:30:00.000Z" };
    const sentence = whenSentence(night, berlin);
    expect(sentence).toContain("1 December");
    expect(sentence).toContain("2 December");
    expect(whenSentence(night, london)).not.toContain("2 December");
  });

  it("is the same days for everybody when it lasts all day", () => {
    const days = {
      startsAt: "2026-11-30T13:00:00.000Z",
      endsAt: "2026-12-01T13:00:00.000Z",
      isAllDay: true,
      timeZone: "Australia/Sydney",
    };
    expect(whenHereAndThere(days, london)).toEqual({
      here: expect.stringMatching(
        /^All day, Tuesday,? 1 December 2026$/,
      ) as string,
      there: null,
    });
    const more = { ...days, endsAt: "2026-12-03T13:00:00.000Z" };
    const sentence = whenSentence(more, london);
    expect(sentence).toMatch(/1.*3 December 2026$/);
    expect(sentence).not.toContain("30 November");
  });

  it("is short for a time of day", () => {
    const reader = { locale: "en-GB", timeZone: "UTC" };
    expect(clockTime(span.startsAt, reader)).toBe("17:00");
  });
});

describe("a time that is near", () => {
  const reader = { locale: "en-GB", timeZone: "America/New_York" };
  const now = new Date("2026-12-01T20:00:00Z");

  it("is the time of day on the reader's own day, and else has the day", () => {
    expect(nearTime("2026-12-02T04:30:00Z", reader, now)).toBe("23:30");
    expect(nearTime("2026-12-02T05:30:00Z", reader, now)).toBe(
      "Wed 2 Dec, 0:30",
    );
  });
});
