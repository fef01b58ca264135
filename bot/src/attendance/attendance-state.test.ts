import { attendanceState } from "./attendance-state.ts";
import { attendanceProblem } from "./attendance-words.ts";
import { attendanceProblemSchema } from "../../contract/attendance.ts";

type Given = Parameters<typeof attendanceState>[0];
type Changes = Partial<Omit<Given, "event">> & {
  event?: Partial<Given["event"]>;
};
const now = new Date("2026-11-26T18:00:00Z");
const given: Given = {
  event: {
    cancelled: false,
    ends_at: new Date("2026-11-26T17:59:00Z"),
    is_online: true,
    join_url: "https://teams.example/1",
    meeting_state: "ready",
  },
  reading: null,
  account: { state: "connected" },
  sessions: 0,
  now,
};
const next = new Date("2026-11-26T18:40:00Z");

describe("how far the reading of attendance is", () => {
  it.each<[string, Changes, object]>([
    [
      "not begun before the end",
      { event: { ends_at: next } },
      { state: "notYet", nextTryAt: null },
    ],
    [
      "waiting from the end on, for the first look",
      {},
      { state: "waiting", nextTryAt: new Date("2026-11-26T18:02:00Z") },
    ],
    [
      "waiting for Teams",
      { reading: { next_try_at: next, problem: "noReportYet" } },
      { state: "waiting", nextTryAt: next, problem: "noReportYet" },
    ],
    [
      "waiting for somebody, even where nothing is tried by itself",
      { reading: { next_try_at: null, problem: "permissionMissing" } },
      { state: "waiting", nextTryAt: null, problem: "permissionMissing" },
    ],
    [
      "ended without a report",
      { reading: { next_try_at: null, problem: "noReport" } },
      { state: "none", problem: "noReport" },
    ],
    [
      "there, and goes on",
      { reading: { next_try_at: next, problem: null }, sessions: 1 },
      { state: "read", nextTryAt: next, problem: null },
    ],
    [
      "there, although the last look was refused",
      { reading: { next_try_at: next, problem: "unreachable" }, sessions: 1 },
      { state: "read", problem: "unreachable" },
    ],
    [
      "nothing of a cancelled event",
      { event: { cancelled: true } },
      { state: "none", nextTryAt: null, problem: null },
    ],
    [
      "nothing of an event in a room",
      { event: { is_online: false, join_url: null, meeting_state: "none" } },
      { state: "none", problem: "noMeeting" },
    ],
    [
      "nothing where the account has no licence",
      { event: { join_url: null, meeting_state: "missing" } },
      { state: "none", problem: "licenceMissing" },
    ],
    [
      "waiting where the event itself waits for the account",
      {
        event: { join_url: null, meeting_state: "pending" },
        account: { state: "broken" },
      },
      { state: "waiting", problem: "accountBroken" },
    ],
  ])("is %s", (_, of, expected) => {
    const event = { ...given.event, ...of.event };
    expect(attendanceState({ ...given, ...of, event })).toMatchObject(expected);
  });

  it("has a whole sentence for each problem, and a cure that says who and where", () => {
    for (const code of attendanceProblemSchema.shape.code.options) {
      const { sentence, cure } = attendanceProblem(code);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      if (cure !== null) expect(cure).toMatch(/^[A-Z].*\.$/);
    }
  });
});
