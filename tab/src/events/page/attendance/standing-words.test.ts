import type {
  Attendance,
  AttendanceProblem,
} from "../../../../../bot/contract/attendance.ts";
import { attendanceStanding, reportsSentence } from "./standing-words.ts";

const seen = {
  now: new Date("2026-12-01T17:32:00Z"),
  reader: { locale: "en-GB", timeZone: "Europe/Berlin" },
  isOnline: true,
};

const attendance = (more: Partial<Attendance>): Attendance => ({
  state: "waiting",
  nextTryAt: null,
  problem: null,
  sessions: [],
  unlisted: 0,
  counts: null,
  forLeads: {
    canTick: true,
    canDownload: true,
    thanks: {
      state: "notYet",
      by: null,
      at: null,
      count: null,
      text: "",
      channels: [],
    },
    downloads: [],
  },
  ...more,
});

const noReportYet: AttendanceProblem = {
  code: "noReportYet",
  sentence: "Teams has no report yet.",
  cure: null,
};
const policyMissing: AttendanceProblem = {
  code: "policyMissing",
  sentence: "Teams does not let the app read the report.",
  cure: "An administrator of Teams runs the script in Settings.",
};

describe("how far the reading of attendance is", () => {
  it("names the next try by the reader's own clock", () => {
    expect(
      attendanceStanding(
        attendance({
          problem: noReportYet,
          nextTryAt: "2026-12-01T17:40:00.000Z",
        }),
        seen,
      ),
    ).toEqual({
      intent: "info",
      sentence: "Teams has no report yet. Next try at 18:40.",
      cure: null,
    });
  });

  it("names the day of a try on another one, and none that is due already", () => {
    const standing = (nextTryAt: string) =>
      attendanceStanding(attendance({ nextTryAt }), seen)?.sentence;
    expect(standing("2026-12-02T05:00:00.000Z")).toBe(
      "Teams has no report yet. Next try at Wed 2 Dec, 6:00.",
    );
    expect(standing("2026-12-01T17:31:00.000Z")).toBe(
      "Teams has no report yet. The next try begins in a moment.",
    );
  });

  it("tells leads what helps, and nobody else", () => {
    const stuck = { state: "none", problem: policyMissing } as const;
    expect(attendanceStanding(attendance(stuck), seen)).toEqual({
      intent: "warning",
      sentence: policyMissing.sentence,
      cure: policyMissing.cure,
    });
    expect(
      attendanceStanding(attendance({ ...stuck, forLeads: null }), seen)?.cure,
    ).toBeNull();
  });

  it("says nothing but the numbers once they are read, unless something is wrong since", () => {
    const nextTryAt = "2026-12-01T18:40:00.000Z";
    expect(
      attendanceStanding(attendance({ state: "read", nextTryAt }), seen),
    ).toBeNull();
    expect(
      attendanceStanding(
        attendance({ state: "read", nextTryAt, problem: policyMissing }),
        seen,
      ),
    ).toMatchObject({
      intent: "warning",
      sentence: `${policyMissing.sentence} Next try at 19:40.`,
    });
  });

  it("tells before the end what is read by itself", () => {
    const now = attendance({ state: "notYet" });
    expect(attendanceStanding(now, seen)?.sentence).toBe(
      "Tick off who is in the room. Who is in the Teams meeting is read from Teams by itself, after its end.",
    );
    expect(
      attendanceStanding(now, { ...seen, isOnline: false })?.sentence,
    ).toBe("Tick off who is in the room.");
  });

  it("says to others no more than that nothing is known", () => {
    const none = attendance({ state: "none", forLeads: null });
    expect(attendanceStanding(none, seen)?.sentence).toBe(
      "How many came is not known.",
    );
    const counts = { came: 12, breakdown: null };
    expect(attendanceStanding({ ...none, counts }, seen)).toBeNull();
  });

  it("takes an event without a Teams meeting for nothing to warn of", () => {
    const problem: AttendanceProblem = {
      code: "noMeeting",
      sentence: "This event has no Teams meeting.",
      cure: "Tick off who was in the room.",
    };
    expect(
      attendanceStanding(attendance({ state: "none", problem }), seen),
    ).toMatchObject({ intent: "info", cure: problem.cure });
  });
});

describe("the reports that the numbers are from", () => {
  const first = {
    startedAt: "2026-12-01T11:58:00.000Z",
    endedAt: "2026-12-01T12:48:00.000Z",
  };
  const second = {
    startedAt: "2026-12-01T12:52:00.000Z",
    endedAt: "2026-12-01T13:10:00.000Z",
  };

  it("are named by when the meeting ran, with the next look", () => {
    const nextTryAt = "2026-12-01T18:40:00.000Z";
    expect(
      reportsSentence(
        attendance({ state: "read", sessions: [first], nextTryAt }),
        seen,
      ),
    ).toBe(
      "From Teams’ report of the meeting, 12:58 – 13:48. The next look for further reports is at 19:40.",
    );
    expect(
      reportsSentence(
        attendance({ state: "read", sessions: [first, second] }),
        seen,
      ),
    ).toBe(
      "From Teams’ reports of the meeting, which ran twice: 12:58 – 13:48, 13:52 – 14:10.",
    );
  });

  it("are not named when there is none", () => {
    expect(reportsSentence(attendance({}), seen)).toBeNull();
  });
});
