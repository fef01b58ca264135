import fc from "fast-check";
import {
  decideLane,
  longestWaitMs,
  urgencies,
  type LaneLimits,
  type LaneState,
  type WaitingCall,
} from "./lane-rules.ts";
import { spanMs, type LaneUse } from "./lane-use.ts";

const now = Date.UTC(2031, 0, 1);
const limits: LaneLimits = {
  width: 4,
  requestsPer10Minutes: 100,
  messagesPerMinute: 5,
  recipientsPerDay: 50,
};
const us = "us";
const them = "them";

let count = 0;
function call(given: Partial<WaitingCall> = {}): WaitingCall {
  count += 1;
  return {
    id: `call ${count}`,
    holder: us,
    urgency: urgencies.usual,
    share: "a",
    asked: count,
    askedAt: now - 10,
    slots: 1,
    requests: 1,
    messages: 0,
    recipients: 0,
    standsBy: false,
    ...given,
  };
}

function state(given: Partial<LaneState>): LaneState {
  return { now, pausedUntil: 0, running: [], waiting: [], uses: [], ...given };
}

const running = (share = "a", slots = 1, startedAt = now - 200) => ({
  holder: us,
  share,
  slots,
  startedAt,
});

describe("who goes next", () => {
  it("is nobody while four calls run", () => {
    const waiting = [call()];
    const full = state({ waiting, running: [1, 2, 3, 4].map(() => running()) });
    expect(decideLane(full, limits, us).admitted).toEqual([]);
    const one = state({ waiting, running: [1, 2, 3].map(() => running()) });
    expect(decideLane(one, limits, us).admitted).toEqual(waiting);
  });

  it("is who is more urgent, then whose share has fewer calls, then who asked first", () => {
    const bulk = call({ urgency: urgencies.bulk, share: "b" });
    const [first, second, third] = [call(), call(), call()] as const;
    const other = call({ share: "c" });
    const urgent = call({ urgency: urgencies.interactive });
    const decision = decideLane(
      state({ waiting: [bulk, first, second, third, other, urgent] }),
      limits,
      us,
    );
    expect(decision.admitted).toEqual([urgent, other, first, second]);
  });

  it("counts what already runs of a share", () => {
    const own = call({ share: "busy" });
    const other = call({ share: "quiet" });
    const decision = decideLane(
      state({
        waiting: [own, other],
        running: [running("busy"), running("busy"), running("busy")],
      }),
      limits,
      us,
    );
    expect(decision.admitted).toEqual([other]);
  });

  it("is a batch in its turn, which nobody overtakes", () => {
    const batch = call({ slots: 4 });
    const later = call({ share: "b", askedAt: now });
    const decision = decideLane(
      state({ waiting: [batch, later], running: [running("c")] }),
      limits,
      us,
    );
    expect(decision.admitted).toEqual([]);
  });

  it("is in the end also who is in no hurry", () => {
    const old = call({ urgency: urgencies.bulk, askedAt: now - 21_000 });
    const urgent = [1, 2, 3, 4].map(() =>
      call({ urgency: urgencies.interactive, share: "b" }),
    );
    const decision = decideLane(
      state({ waiting: [...urgent, old] }),
      limits,
      us,
    );
    expect(decision.admitted).toContain(old);
  });
});

describe("several processes", () => {
  it("leave a place to whose turn it is, and tell it", () => {
    const theirs = call({ holder: them, askedAt: now - 5_000 });
    const ours = call();
    const decision = decideLane(
      state({
        waiting: [theirs, ours],
        running: [1, 2, 3].map(() => running("b")),
      }),
      limits,
      us,
    );
    expect(decision.admitted).toEqual([]);
    expect(decision.nudged).toEqual([them]);
  });

  it("keep a place for a moment, but not from somebody more urgent", () => {
    const ours = call();
    const threeRun = [1, 2, 3].map(() => running("b"));
    const young = call({ holder: them });
    expect(
      decideLane(
        state({ waiting: [young, ours], running: threeRun }),
        limits,
        us,
      ),
    ).toMatchObject({ admitted: [ours], nudged: [] });
    const urgent = call({ holder: them, urgency: urgencies.interactive });
    expect(
      decideLane(
        state({ waiting: [urgent, ours], running: threeRun }),
        limits,
        us,
      ),
    ).toMatchObject({ admitted: [], nudged: [them] });
  });

  it("keep it from nobody for a call that is less urgent", () => {
    const urgent = { urgency: urgencies.interactive };
    const theirs = call({ ...urgent, holder: them });
    const ours = call(urgent);
    const bulk = call({ urgency: urgencies.bulk });
    const at = (running_: number) =>
      decideLane(
        state({
          waiting: [theirs, ours, bulk],
          running: Array.from({ length: running_ }, () => running("b")),
        }),
        limits,
        us,
      );
    expect(at(2)).toMatchObject({ admitted: [ours], nudged: [them] });
    expect(at(4).standBy).toEqual([ours]);
  });

  it("share what is free", () => {
    const ours = call();
    const theirs = call({ holder: them });
    expect(
      decideLane(state({ waiting: [theirs, ours] }), limits, us),
    ).toMatchObject({ admitted: [ours], nudged: [them] });
  });
});

describe("who stands by", () => {
  const fourRun = [1, 2, 3, 4].map(() => running());

  it("is who comes next, one for each call of the process", () => {
    const waiting = Array.from({ length: 6 }, () => call());
    expect(
      decideLane(state({ waiting, running: fourRun }), limits, us),
    ).toMatchObject({ admitted: [], standBy: waiting.slice(0, 4) });
    const theirs = fourRun.map((each, n) =>
      n === 0 ? each : { ...each, holder: them },
    );
    expect(
      decideLane(state({ waiting, running: theirs }), limits, us).standBy,
    ).toEqual(waiting.slice(0, 1));
  });

  it("is nobody behind a batch, and no batch", () => {
    const waiting = [call(), call({ slots: 4 }), call()];
    expect(
      decideLane(state({ waiting, running: fourRun }), limits, us).standBy,
    ).toEqual(waiting.slice(0, 1));
  });

  it("is nobody behind whose turn it is in another process", () => {
    const first = call();
    const old = call({ holder: them, askedAt: now - 5_000 });
    const urgent = call({ holder: them, urgency: urgencies.interactive });
    expect(
      decideLane(
        state({ waiting: [first, old, call()], running: fourRun }),
        limits,
        us,
      ).standBy,
    ).toEqual([first]);
    expect(
      decideLane(
        state({ waiting: [first, urgent, call()], running: fourRun }),
        limits,
        us,
      ).standBy,
    ).toEqual([]);
  });

  it("is nobody during a pause, and other processes hear of it", () => {
    const theirs = call({ holder: them, standsBy: true });
    expect(
      decideLane(
        state({
          waiting: [call(), theirs, call({ holder: "calm" })],
          running: fourRun,
          pausedUntil: now + 1_000,
        }),
        limits,
        us,
      ),
    ).toMatchObject({ standBy: [], nudged: [them] });
  });

  it("is called off in other processes for a call that is more urgent", () => {
    const standing = call({ holder: them, standsBy: true });
    const at = (urgency: number, messages = 0) =>
      decideLane(
        state({
          waiting: [standing, call({ urgency, messages })],
          running: fourRun,
          uses: [
            { span: now - 66_000, requests: 1, messages: 5, recipients: 5 },
          ],
        }),
        limits,
        us,
      ).nudged;
    expect(at(urgencies.interactive)).toEqual([them]);
    expect(at(urgencies.usual)).toEqual([]);
    expect(at(urgencies.bulk)).toEqual([]);
    // Not for one that waits for mails to be free again: they would call each other off for ever.
    expect(at(urgencies.interactive, 1)).toEqual([]);
  });

  it("is sent away by the next look only, for it may have started meanwhile", () => {
    const standing = call({ standsBy: true });
    const other = call();
    expect(
      decideLane(
        state({
          waiting: [standing, other],
          running: fourRun,
          pausedUntil: now + longestWaitMs + 1,
        }),
        limits,
        us,
      ),
    ).toMatchObject({ refused: [{ id: other.id }], lookAt: now });
  });

  it("counts as used, once", () => {
    const mail = { messages: 1, recipients: 1 };
    const waiting = [
      call({ ...mail, standsBy: true }),
      call({ ...mail, standsBy: true, holder: them }),
      ...Array.from({ length: 5 }, () => call(mail)),
    ];
    // Of five mails a minute two stand by already, so three more may.
    const free = decideLane(state({ waiting }), limits, us);
    expect(free.admitted).toEqual([
      waiting[0],
      waiting[2],
      waiting[3],
      waiting[4],
    ]);
    expect(free.refused).toHaveLength(2);
  });
});

describe("a pause", () => {
  it("is waited out when it is short, to the millisecond", () => {
    const pausedUntil = now + 1_234;
    expect(
      decideLane(state({ waiting: [call()], pausedUntil }), limits, us),
    ).toEqual({
      admitted: [],
      standBy: [],
      refused: [],
      nudged: [],
      lookAt: pausedUntil,
    });
  });

  it("sends away who would wait long, with the time", () => {
    const ours = call();
    const pausedUntil = now + longestWaitMs + 1;
    const decision = decideLane(
      state({ waiting: [ours, call({ holder: them })], pausedUntil }),
      limits,
      us,
    );
    expect(decision).toMatchObject({
      admitted: [],
      refused: [{ id: ours.id, reason: "paused", freeAt: pausedUntil }],
    });
  });
});

describe("a mailbox that is slow", () => {
  it("sends newcomers away while all its places have been taken for long", () => {
    const ours = call();
    const at = (...startedAgo: number[]) =>
      decideLane(
        state({
          waiting: [ours],
          running: startedAgo.map((ago) => running("a", 1, now - ago)),
        }),
        limits,
        us,
      );
    expect(at(6_000, 6_000, 6_000, 6_000).refused).toMatchObject([
      { id: ours.id, reason: "slow" },
    ]);
    expect(at(6_000, 6_000, 6_000, 4_000).refused).toEqual([]);
    expect(at(6_000, 6_000, 6_000).admitted).toEqual([ours]);
  });
});

describe("quotas", () => {
  const used = (agoMs: number, more: object) => ({
    span: now - agoMs,
    requests: 0,
    messages: 0,
    recipients: 0,
    ...more,
  });

  it("hold requests of ten minutes, spans at their edge included", () => {
    const waiting = [call(), call()];
    const at = (agoMs: number) =>
      decideLane(
        state({ waiting, uses: [used(agoMs, { requests: 99 })] }),
        limits,
        us,
      );
    expect(at(20_000)).toMatchObject({
      admitted: [waiting[0]],
      refused: [{ id: waiting[1]?.id, reason: "requests" }],
    });
    expect(at(600_000 + spanMs).admitted).toHaveLength(2);
    expect(at(600_000 + spanMs - 1).admitted).toHaveLength(1);
  });

  it("hold mails back and let other calls pass", () => {
    const mail = call({ messages: 1, recipients: 3 });
    const read = call();
    const decision = decideLane(
      state({
        waiting: [mail, read],
        uses: [used(30_000, { messages: 5, recipients: 5 })],
      }),
      limits,
      us,
    );
    expect(decision.admitted).toEqual([read]);
    expect(decision.refused).toEqual([
      {
        id: mail.id,
        reason: "messages",
        freeAt: now - 30_000 + spanMs + 60_000,
      },
    ]);
  });

  it("name the time at which enough people may be mailed again", () => {
    const mail = call({ messages: 1, recipients: 30 });
    const hour = 3_600_000;
    const decision = decideLane(
      state({
        waiting: [mail],
        uses: [
          used(20 * hour, { recipients: 5 }),
          used(10 * hour, { recipients: 20 }),
          used(5 * hour, { recipients: 20 }),
        ],
      }),
      limits,
      us,
    );
    expect(decision.refused).toEqual([
      {
        id: mail.id,
        reason: "recipients",
        freeAt: now - 10 * hour + spanMs + 24 * hour,
      },
    ]);
  });

  it("let through alone what is larger than a quota", () => {
    const huge = call({ messages: 1, recipients: 51 });
    expect(decideLane(state({ waiting: [huge] }), limits, us).admitted).toEqual(
      [huge],
    );
  });
});

describe("any lane", () => {
  it("never runs more than its width, never exceeds a quota, and everybody gets there", () => {
    const holders = ["a", "b", "c"];
    const arrivals = fc.array(
      fc.record({
        at: fc.nat(60),
        holder: fc.constantFrom(...holders),
        urgency: fc.constantFrom(0, 1, 2),
        share: fc.constantFrom("x", "y", "z"),
        slots: fc.constantFrom(1, 1, 1, 4),
        messages: fc.constantFrom(0, 1),
        takes: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(arrivals, (calls) => {
        const done = live(
          calls.map((each, asked) => ({
            ...call({ ...each, asked, recipients: each.messages }),
            at: each.at,
            takes: each.takes,
          })),
          holders,
        );
        expect(done).toBe(calls.length);
      }),
      { numRuns: 50 },
    );
  });

  it("has processes look no more once nothing changes", () => {
    const holders = ["a", "b", "c"];
    const each = {
      holder: fc.constantFrom(...holders),
      share: fc.constantFrom("x", "y"),
    };
    const lanes = fc.record({
      running: fc.array(fc.record(each), { maxLength: 4 }),
      waiting: fc.array(
        fc.record({
          ...each,
          urgency: fc.constantFrom(0, 1, 2),
          slots: fc.constantFrom(1, 1, 1, 4),
          messages: fc.constantFrom(0, 1),
          askedAt: fc.constantFrom(now - 10, now - 5_000, now - 15_000),
          standsBy: fc.boolean(),
        }),
        { maxLength: 20 },
      ),
      pausedUntil: fc.constantFrom(0, 0, now + 1_000, now + 10_000),
      // Who waits for mails to be free again is sent away, or waits here.
      used: fc.record({
        span: fc.constantFrom(now, now - 66_000),
        messages: fc.nat(6),
      }),
    });
    fc.assert(
      fc.property(lanes, ({ used, pausedUntil, ...lane }) => {
        let running: LaneState["running"] = lane.running.map(
          ({ holder, share }) => ({
            ...{ slots: 1, startedAt: now - 200 },
            ...{ holder, share },
          }),
        );
        let waiting = lane.waiting.map((one, asked) =>
          call({
            ...one,
            asked,
            recipients: one.messages,
            standsBy: one.standsBy && one.slots === 1,
          }),
        );
        const use = { requests: 0, recipients: 0, ...used };
        /** What each process knows to stand by; the lane forgets the rest when it looks. */
        const known = new Map(
          holders.map((holder) => [
            holder,
            waiting.filter((one) => one.standsBy && one.holder === holder),
          ]),
        );
        const looks = [...holders];
        let count = 0;
        for (
          let holder = looks.shift();
          holder !== undefined;
          holder = looks.shift()
        ) {
          count += 1;
          expect(count).toBeLessThan(100);
          const heard = known.get(holder)?.map(({ id }) => id) ?? [];
          waiting = waiting.map((one) =>
            one.holder === holder
              ? { ...one, standsBy: heard.includes(one.id) }
              : one,
          );
          const decision = decideLane(
            { ...state({ running, waiting, uses: [use] }), pausedUntil },
            limits,
            holder,
          );
          const settled = [...decision.admitted, ...decision.refused].map(
            ({ id }) => id,
          );
          const standing = decision.standBy.map(({ id }) => id);
          for (const one of decision.admitted)
            if (!one.standsBy) use.messages += one.messages;
          running = [
            ...running,
            ...decision.admitted.map((one) => ({ ...one, startedAt: now })),
          ];
          waiting = waiting
            .filter(({ id }) => !settled.includes(id))
            .map((one) => ({
              ...one,
              standsBy: one.standsBy || standing.includes(one.id),
            }));
          known.set(holder, decision.standBy);
          if (decision.lookAt === now) looks.push(holder);
          looks.push(...decision.nudged.filter((one) => !looks.includes(one)));
        }
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * Lives through seconds in which processes look in turn, and in which those who stand by start without a look;
 * returns how many calls ran.
 */
function live(
  calls: (WaitingCall & { at: number; takes: number })[],
  holders: string[],
): number {
  const began = new Map<string, number>();
  const uses: LaneUse[] = [];
  const again = new Map<string, number>();
  /** What the database takes for running. */
  let rows: typeof calls = [];
  let standBy: WaitingCall[] = [];

  for (
    let second = 0;
    second < 1_000 && began.size < calls.length;
    second += 1
  ) {
    const time = now + second * 1_000;
    const begin = (call: WaitingCall) => {
      began.set(call.id, second);
      uses.push({ ...call, span: time - (time % spanMs) });
      rows.push(...calls.filter(({ id }) => id === call.id));
    };
    for (const holder of holders) {
      const isOver = (call: (typeof calls)[number]) =>
        call.holder === holder &&
        second >= (began.get(call.id) ?? 0) + call.takes;
      const places = rows.filter(
        (call) => isOver(call) && call.slots === 1,
      ).length;
      rows = rows.filter((call) => !isOver(call));
      for (const call of standBy
        .filter((each) => each.holder === holder)
        .slice(0, places))
        begin(call);
      const waiting = calls
        .filter(
          ({ id, at }) =>
            at <= second && !began.has(id) && (again.get(id) ?? 0) <= time,
        )
        .map((each) => ({
          ...each,
          askedAt: now + each.at * 1_000,
          standsBy: standBy.some(({ id }) => id === each.id),
        }));
      const decision = decideLane(
        {
          now: time,
          pausedUntil: 0,
          running: rows.map((each) => ({
            ...each,
            startedAt: now + (began.get(each.id) ?? 0) * 1_000,
          })),
          waiting,
          uses,
        },
        limits,
        holder,
      );
      for (const { id, freeAt } of decision.refused) again.set(id, freeAt);
      for (const admitted of decision.admitted) {
        expect(admitted.holder).toBe(holder);
        begin(admitted);
      }
      standBy = [
        ...standBy.filter((each) => each.holder !== holder),
        ...decision.standBy,
      ];
      const slots = calls
        .filter(
          ({ id, takes }) =>
            began.has(id) && second < (began.get(id) ?? 0) + takes,
        )
        .reduce((sum, each) => sum + each.slots, 0);
      expect(slots).toBeLessThanOrEqual(limits.width);
      const mails = uses
        .filter(({ span }) => span > time - 60_000)
        .reduce((sum, { messages }) => sum + messages, 0);
      expect(mails).toBeLessThanOrEqual(limits.messagesPerMinute);
    }
  }
  return began.size;
}
