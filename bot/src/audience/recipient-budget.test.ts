import fc from "fast-check";
import { openUse, spanMs, type LaneUse } from "../graph/lane/lane-use.ts";
import { assignWaves } from "./plan-waves.ts";
import { planSending } from "./plan-sending.ts";

/**
 * A model of what leads, jobs and crashes do to the day's recipients: people get waves by `assignWaves`, a job compares
 * a wave with Outlook and sends what is lacking, and the lane's `openUse` says whether it fits. What Outlook has mailed
 * is counted apart, as Exchange does.
 */
const hour = 3_600_000;
const day = 24 * hour;
const waveSize = 4;
const limits = {
  width: 4,
  requestsPer10Minutes: 10_000,
  messagesPerMinute: 10_000,
  recipientsPerDay: 10,
};

interface Wave {
  wanted: Set<number>;
  /** What Outlook shows: people, and the content's version; null before the create. */
  outlook: { people: Set<number>; content: number } | null;
}

class Model {
  now = 0;
  uses: LaneUse[] = [];
  mailed: { at: number; person: number; what: string }[] = [];
  waves: Wave[] = [];
  people = 0;
  content = 1;
  isPaused = false;
  isCancelled = false;
  told = new Set<number>();

  add(count: number): void {
    if (this.isCancelled) return;
    const places = this.waves.map(({ wanted }, n) => ({
      number: n + 1,
      taken: wanted.size,
    }));
    for (const number of assignWaves(count, places, waveSize)) {
      while (this.waves.length < number)
        this.waves.push({ wanted: new Set(), outlook: null });
      this.waves[number - 1]?.wanted.add((this.people += 1));
    }
  }

  /** One job, for one wave. @returns whether there was something to do */
  work(number: number, crash: "before" | "after" | null): boolean {
    const wave = this.waves[number % Math.max(1, this.waves.length)];
    if (!wave || (this.isPaused && !this.isCancelled)) return false;
    const mails = this.mailsOf(wave);
    if (mails.length === 0) return false;
    const call = {
      slots: 1,
      requests: 1,
      messages: 1,
      recipients: mails.length,
    };
    const open = openUse({
      now: this.now,
      pausedUntil: 0,
      running: [],
      waiting: [],
      uses: this.uses,
    });
    if (open.lackFor(call, limits) !== null) return false;
    // Counted when the call starts, whatever becomes of it.
    const span = Math.floor(this.now / spanMs) * spanMs;
    this.uses.push({ span, ...call });
    if (crash === "before") return true;
    for (const { person, what } of mails)
      this.mailed.push({ at: this.now, person, what });
    if (this.isCancelled) for (const { person } of mails) this.told.add(person);
    else
      wave.outlook = {
        people: new Set(wave.wanted),
        content: this.content,
      };
    return true;
  }

  mailsOf({ wanted, outlook }: Wave): { person: number; what: string }[] {
    const there = outlook?.people ?? new Set<number>();
    if (this.isCancelled)
      return [...there]
        .filter((person) => !this.told.has(person))
        .map((person) => ({ person, what: "cancellation" }));
    const isNew = outlook !== null && outlook.content !== this.content;
    return [
      ...[...wanted]
        .filter((person) => !there.has(person))
        .map((person) => ({ person, what: "invitation" })),
      ...[...there]
        .filter(() => isNew)
        .map((person) => ({ person, what: `update ${this.content}` })),
    ];
  }
}

type Step =
  | { do: "add"; count: number }
  | { do: "edit" | "pause" | "resume" }
  | { do: "wait"; ms: number }
  | { do: "work"; wave: number; crash: "before" | "after" | null };

const action: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("add" as const),
    count: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    do: fc.constantFrom("edit" as const, "pause" as const, "resume" as const),
  }),
  fc.record({
    do: fc.constant("wait" as const),
    ms: fc.integer({ min: 1, max: 9 * hour }),
  }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("work" as const),
      wave: fc.nat({ max: 9 }),
      crash: fc.constantFrom("before" as const, "after" as const, null, null),
    }),
  },
);

function act(model: Model, step: Step): void {
  switch (step.do) {
    case "add":
      return model.add(step.count);
    case "edit":
      model.content += 1;
      return;
    case "pause":
    case "resume":
      model.isPaused = step.do === "pause";
      return;
    case "wait":
      model.now += step.ms;
      return;
    case "work":
      model.work(step.wave, step.crash);
  }
}

/** Lets all jobs run until nothing is left to do, a day passing where the budget is used up. */
function settle(model: Model): void {
  model.isPaused = false;
  for (let days = 0; days < 200; days += 1) {
    let busy = true;
    while (busy) {
      busy = false;
      for (let n = 0; n < model.waves.length; n += 1)
        if (model.work(n, null)) busy = true;
    }
    if (model.waves.every((wave) => model.mailsOf(wave).length === 0)) return;
    model.now += day;
  }
  throw new Error("it never comes to an end");
}

function mostInADay({ mailed }: Model): number {
  return Math.max(
    0,
    ...mailed.map(
      ({ at }) =>
        mailed.filter((mail) => mail.at > at - day && mail.at <= at).length,
    ),
  );
}

describe("the recipients of a day", () => {
  it("are never overrun and nobody is lost or mailed twice, whatever leads, jobs and crashes do", () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 60 }),
        fc.boolean(),
        (steps, cancels) => {
          const model = new Model();
          for (const step of steps) act(model, step);
          if (cancels) {
            model.isCancelled = true;
            settle(model);
          } else {
            settle(model);
            const invited = model.mailed
              .filter(({ what }) => what === "invitation")
              .map(({ person }) => person);
            expect(invited.toSorted((a, b) => a - b)).toEqual(
              Array.from({ length: model.people }, (_, n) => n + 1),
            );
          }
          const keys = model.mailed.map(
            ({ person, what }) => `${person} ${what}`,
          );
          expect(new Set(keys).size).toBe(keys.length);
          expect(mostInADay(model)).toBeLessThanOrEqual(
            limits.recipientsPerDay,
          );
          for (const { wanted } of model.waves)
            expect(wanted.size).toBeLessThanOrEqual(waveSize);
          if (cancels) {
            const told = model.mailed
              .filter(({ what }) => what === "cancellation")
              .map(({ person }) => person);
            const there = model.waves.flatMap(({ outlook }) => [
              ...(outlook?.people ?? []),
            ]);
            expect(told.toSorted()).toEqual(there.toSorted());
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("come when the plan says, where nothing comes in between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), {
          minLength: 1,
          maxLength: 12,
        }),
        (messages) => {
          const times = planSending({ sent: [], messages, limits, now: 0 });
          const uses: LaneUse[] = [];
          messages.forEach((recipients, n) => {
            // The lane counts in spans, so that a window is never too short: up to a span later than planned.
            const now = (times[n] ?? 0) + n * 2 * spanMs;
            const call = { slots: 1, requests: 1, messages: 1, recipients };
            const open = openUse({
              now,
              pausedUntil: 0,
              running: [],
              waiting: [],
              uses,
            });
            expect(open.lackFor(call, limits)).toBeNull();
            uses.push({ span: Math.floor(now / spanMs) * spanMs, ...call });
          });
        },
      ),
    );
  });
});
