import fc from "fast-check";
import { nextTryAt } from "./plan-tries.ts";

type Look = Parameters<typeof nextTryAt>[0];
const endsAt = new Date("2026-11-26T17:00:00Z");
const minutesAfter = (minutes: number) =>
  new Date(endsAt.getTime() + minutes * 60_000);
const noReport: Look = {
  now: minutesAfter(3),
  endsAt,
  tries: 1,
  problem: "noReportYet",
  problemSince: minutesAfter(3),
  foundAt: null,
  retryAfterMs: null,
};

/** The times of all further tries, in minutes after the event's end. */
function triesOf(look: Look): number[] {
  const minutes: number[] = [];
  let { now, tries } = look;
  while (minutes.length < 100) {
    const next = nextTryAt({ ...look, now, tries });
    if (next === null) return minutes;
    minutes.push((next.getTime() - endsAt.getTime()) / 60_000);
    now = next;
    tries += 1;
  }
  throw new Error("It never ends.");
}

describe("the tries to read attendance", () => {
  it("come quickly at first, then less and less often, the last one three days after the end", () => {
    const hours = (...of: number[]) => of.map((hour) => 78 + hour * 60);
    expect(triesOf(noReport)).toEqual([
      8,
      18,
      38,
      ...hours(0, 1, 3, 7, 15, 31, 63),
      3 * 24 * 60,
    ]);
  });

  it("come 1, 6 and 24 hours after a session was found, and then no more", () => {
    const found = {
      ...noReport,
      problem: null,
      problemSince: null,
      foundAt: minutesAfter(3),
      tries: 0,
    };
    expect(triesOf(found)).toEqual([63, 363, 1443]);
  });

  it("come every ten minutes for an hour where Teams' policy may not be effective yet, however long ago the event was", () => {
    const dayLater = 30 * 24 * 60;
    const pending: Look = {
      ...noReport,
      problem: "policyMissing",
      now: minutesAfter(dayLater),
      problemSince: minutesAfter(dayLater),
    };
    expect(triesOf(pending)).toEqual(
      [10, 20, 30, 40, 50, 60].map((minutes) => dayLater + minutes),
    );
  });

  it("do not come by themselves where only somebody's doing helps, or nothing", () => {
    expect(triesOf({ ...noReport, problem: "channelMeeting" })).toEqual([]);
    const late = { ...noReport, now: minutesAfter(4 * 24 * 60) };
    for (const problem of ["permissionMissing", "accountBroken"] as const)
      expect(triesOf({ ...late, problem })).toEqual([]);
  });

  it("go on for a week where Microsoft does not answer, whenever that began", () => {
    const began = minutesAfter(10 * 24 * 60);
    const tries = triesOf({
      ...noReport,
      problem: "unreachable",
      now: began,
      problemSince: began,
    });
    expect(tries.at(-1)).toBe(17 * 24 * 60);
  });

  it("wait as long as Microsoft asks", () => {
    expect(
      nextTryAt({
        ...noReport,
        problem: "unreachable",
        retryAfterMs: 3_600_000,
      }),
    ).toEqual(minutesAfter(63));
  });

  it("always lie ahead, and always end", () => {
    const problem = fc.constantFrom<Look["problem"][]>(
      null,
      "noReportYet",
      "unreachable",
      "policyMissing",
      "permissionMissing",
      "meetingUnknown",
    );
    const when = fc.nat({ max: 10_000 }).map(minutesAfter);
    fc.assert(
      fc.property(
        problem,
        when,
        when,
        fc.option(when),
        fc.nat({ max: 40 }),
        (met, now, since, foundAt, tries) => {
          const look: Look = {
            ...noReport,
            problem: met,
            now,
            problemSince: since < now ? since : now,
            foundAt: met === null ? (foundAt ?? now) : foundAt,
            tries,
          };
          const next = nextTryAt(look);
          if (next) expect(next.getTime()).toBeGreaterThan(now.getTime());
          expect(triesOf(look).length).toBeLessThan(100);
        },
      ),
    );
  });
});
