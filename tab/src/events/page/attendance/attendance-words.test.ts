import type {
  Attendance,
  AttendanceBreakdown,
  AttendancePerson,
} from "../../../../../bot/contract/attendance.ts";
import {
  attendanceBars,
  cameSentence,
  filtersFor,
  peopleSentence,
  stayOf,
  tickedSentence,
  unlistedSentence,
} from "./attendance-words.ts";

const breakdown = (
  more: Partial<AttendanceBreakdown> = {},
): AttendanceBreakdown => ({
  inMeeting: 42,
  inRoom: 0,
  cameWithoutAnswer: 5,
  didNotCome: 15,
  averageMinutes: 48,
  byAnswer: [
    { answer: "accepted", came: 35, didNotCome: 15 },
    { answer: "tentative", came: 2, didNotCome: 2 },
    { answer: "declined", came: 1, didNotCome: 8 },
    { answer: "none", came: 3, didNotCome: 20 },
    { answer: "notInvited", came: 1, didNotCome: 0 },
  ],
  ...more,
});

describe("who came, in a sentence", () => {
  it("tells everything that the numbers hold", () => {
    expect(cameSentence({ came: 42, breakdown: breakdown() })).toBe(
      "42 people came: 35 of 50 who had accepted, 2 of 4 who had answered “maybe” and 5 without an RSVP. 15 who had accepted did not come. 48 minutes in the Teams meeting on average.",
    );
  });

  it("tells the number alone where nobody may be told apart", () => {
    expect(cameSentence({ came: 1200, breakdown: null })).toBe(
      "1,200 people came.",
    );
  });

  it("says where people were when they were in two places, some of them in both", () => {
    const places = { inMeeting: 30, inRoom: 15 };
    expect(cameSentence({ came: 42, breakdown: breakdown(places) })).toContain(
      "30 were in the Teams meeting and 15 in the room, 3 of them in both.",
    );
    expect(
      cameSentence({
        came: 16,
        breakdown: breakdown({ inMeeting: 1, inRoom: 15 }),
      }),
    ).toContain("1 was in the Teams meeting and 15 in the room.");
  });

  it("says that nobody came, and who had meant to", () => {
    const none = breakdown({
      inMeeting: 0,
      cameWithoutAnswer: 0,
      didNotCome: 1,
      averageMinutes: null,
      byAnswer: [{ answer: "accepted", came: 0, didNotCome: 1 }],
    });
    expect(cameSentence({ came: 0, breakdown: none })).toBe(
      "Nobody came. 1 who had accepted did not come.",
    );
  });

  it("is in the singular for one person who stayed one minute", () => {
    const one = breakdown({
      inMeeting: 1,
      cameWithoutAnswer: 1,
      didNotCome: 0,
      averageMinutes: 1,
      byAnswer: [{ answer: "notInvited", came: 1, didNotCome: 0 }],
    });
    expect(cameSentence({ came: 1, breakdown: one })).toBe(
      "1 person came: 1 without an RSVP. 1 minute in the Teams meeting on average.",
    );
  });

  it("claims nothing of those who stayed away while people are only ticked off", () => {
    expect(tickedSentence(0)).toBe("Nobody is ticked off yet.");
    expect(tickedSentence(1)).toBe("1 person is ticked off in the room.");
    expect(tickedSentence(1500)).toBe(
      "1,500 people are ticked off in the room.",
    );
  });
});

describe("the bars of the chart", () => {
  it("are one for each answer that anybody gave, in one order, against the longest", () => {
    const bars = attendanceBars({
      byAnswer: [
        { answer: "notInvited", came: 1, didNotCome: 0 },
        { answer: "declined", came: 0, didNotCome: 0 },
        { answer: "accepted", came: 30, didNotCome: 10 },
      ],
    });
    expect(bars).toEqual([
      {
        answer: "accepted",
        label: "Going",
        came: 30,
        didNotCome: 10,
        cameShare: 0.75,
        didNotComeShare: 0.25,
      },
      {
        answer: "notInvited",
        label: "Not invited",
        came: 1,
        didNotCome: 0,
        cameShare: 0.025,
        didNotComeShare: 0,
      },
    ]);
  });

  it("add up to the sentence", () => {
    const bars = attendanceBars(breakdown());
    const sum = (of: (bar: (typeof bars)[number]) => number) =>
      bars.reduce((total, bar) => total + of(bar), 0);
    expect(sum(({ came }) => came)).toBe(42);
    expect(sum(({ didNotCome }) => didNotCome)).toBe(45);
  });

  it("are none without people", () => {
    expect(attendanceBars({ byAnswer: [] })).toEqual([]);
  });
});

describe("the list of people", () => {
  const asked = { filter: "all", search: "" } as const;
  it.each([
    [{ ...asked, shown: 100, total: 1420 }, "The first 100 of 1,420 people."],
    [{ ...asked, shown: 1, total: 1 }, "1 person."],
    [
      { ...asked, search: "kim", shown: 0, total: 0 },
      "Nobody here has this in name or address.",
    ],
    [
      { ...asked, filter: "didNotCome", shown: 0, total: 0 },
      "Everybody who had accepted came.",
    ],
  ] as const)("%j: %s", (given, sentence) => {
    expect(peopleSentence(given)).toBe(sentence);
  });

  it("offers no look at who stayed away before that is known", () => {
    const offered = (state: Attendance["state"]) =>
      filtersFor({ state }).map(({ filter }) => filter);
    expect(offered("waiting")).toEqual(["all", "came"]);
    expect(offered("read")).toEqual([
      "all",
      "came",
      "cameWithoutAnswer",
      "didNotCome",
    ]);
  });

  it("gives times by the reader's clock, with the day where it is another", () => {
    const reader = { locale: "en-GB", timeZone: "Europe/London" };
    const inMeeting: AttendancePerson["inMeeting"] = {
      firstJoinAt: "2026-12-01T22:58:00.000Z",
      lastLeaveAt: "2026-12-02T00:10:00.000Z",
      minutes: 72,
    };
    expect(stayOf({ inMeeting }, "2026-12-01T23:00:00.000Z", reader)).toEqual({
      joined: "22:58",
      left: "Wed 2 Dec, 0:10",
      minutes: "72",
    });
    expect(stayOf({ inMeeting: null }, "2026-12-01T23:00:00Z", reader)).toBe(
      null,
    );
  });

  it("says whom Teams does not list", () => {
    expect(unlistedSentence(0)).toBeNull();
    expect(unlistedSentence(1)).toMatch(/^Teams counted 1 more person than/);
    expect(unlistedSentence(1300)).toMatch(/^Teams counted 1,300 more people/);
  });
});
