import fc from "fast-check";
import { planSending, recipientsLeft, type Sent } from "./plan-sending.ts";

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2031-12-01T12:00:00Z");
const limits = { recipientsPerDay: 1000, messagesPerMinute: 30 };
const sent = (...pairs: [hoursAgo: number, recipients: number][]): Sent[] =>
  pairs.map(([ago, recipients]) => ({ at: now - ago * hour, recipients }));

describe("what is left of a day's recipients", () => {
  it.each([
    [[], 1000],
    [sent([1, 300]), 700],
    [sent([23, 300], [1, 600]), 100],
    [sent([24, 300], [1, 600]), 400],
    [sent([1, 1200]), 0],
  ])("after %j is %d", (before, left) => {
    expect(recipientsLeft(before, limits, now)).toBe(left);
  });
});

describe("the plan of what is sent", () => {
  const plan = (before: Sent[], messages: number[]) =>
    planSending({ sent: before, messages, limits, now }).map(
      (at) => (at - now) / hour,
    );

  it.each([
    ["goes at once where it fits", [], [500, 500], [0, 0]],
    [
      "waits until enough of the day is over",
      [
        [20, 400],
        [10, 500],
      ],
      [500],
      [4],
    ],
    [
      "waits for several to be over",
      [
        [20, 400],
        [10, 500],
      ],
      [700],
      [14],
    ],
    ["goes on the next day", [], [500, 500, 500, 500], [0, 0, 24, 24]],
    ["does not overtake", [[1, 500]], [600, 100], [23, 23]],
    ["sends what no day holds once the day is empty", [[3, 10]], [1500], [21]],
    ["sends it at once on an empty day", [], [1500, 1], [0, 24]],
    ["forgets what was sent a day ago", [[24, 1000]], [1000], [0]],
  ] as [string, [number, number][], number[], number[]][])(
    "%s",
    (_, before, messages, hours) => {
      expect(plan(sent(...before), messages)).toEqual(hours);
    },
  );

  it("keeps to the messages of a minute", () => {
    const times = planSending({
      sent: [],
      messages: Array.from({ length: 61 }, () => 1),
      limits,
      now,
    });
    expect(times.filter((at) => at === now)).toHaveLength(30);
    expect(times.filter((at) => at === now + 60_000)).toHaveLength(30);
    expect(times.at(-1)).toBe(now + 120_000);
  });

  it("never has more recipients in a day, nor messages in a minute, and sends each as soon as that allows", () => {
    const anything = fc.record({
      before: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 30 }), fc.nat({ max: 60 })),
        { maxLength: 12 },
      ),
      messages: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 25 }),
      recipientsPerDay: fc.integer({ min: 40, max: 120 }),
      messagesPerMinute: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(anything, ({ before, messages, ...own }) => {
        const given = sent(...before);
        const times = planSending({ sent: given, messages, limits: own, now });
        expect(times).toHaveLength(messages.length);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        const all = [
          ...given,
          ...times.map((at, n) => ({ at, recipients: messages[n] ?? 0 })),
        ];
        const within = (end: number, ms: number) =>
          all.filter(({ at }) => at > end - ms && at <= end);
        const fits = (at: number, n: number) => {
          const earlier = [
            ...given,
            ...times.slice(0, n).map((time, m) => ({
              at: time,
              recipients: messages[m] ?? 0,
            })),
          ];
          const ofDay = earlier
            .filter((each) => each.at > at - day)
            .reduce((sum, { recipients }) => sum + recipients, 0);
          const ofMinute = times
            .slice(0, n)
            .filter((time) => time > at - 60_000).length;
          return (
            ofDay + (messages[n] ?? 0) <= own.recipientsPerDay &&
            ofMinute < own.messagesPerMinute
          );
        };
        times.forEach((at, n) => {
          const sum = within(at, day).reduce(
            (total, { recipients }) => total + recipients,
            0,
          );
          const isOver = given
            .filter((each) => each.at > at - day)
            .reduce((total, { recipients }) => total + recipients, 0);
          // What was sent before the plan may have been too much already.
          expect(sum).toBeLessThanOrEqual(
            Math.max(own.recipientsPerDay, isOver),
          );
          expect(fits(at, n)).toBe(true);
          const since = Math.max(now, times[n - 1] ?? now);
          if (at > since) expect(fits(at - 1, n)).toBe(false);
        });
      }),
    );
  });
});
