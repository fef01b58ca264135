import fc from "fast-check";
import type {
  AttendanceFacts,
  Invited,
  KnownPerson,
  Tick,
  Visit,
} from "./attendance-facts.ts";
import { countAttendance } from "./count-attendance.ts";
import { mergeAttendance } from "./merge-attendance.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 17, minute));

let drawn = 0;
function visit(of: Partial<Visit> & { stay?: [number, number] }): Visit {
  const [from, until] = of.stay ?? [0, 60];
  return {
    id: `v${(drawn += 1)}`,
    objectId: null,
    address: null,
    displayName: "",
    kind: of.objectId ? "person" : "guest",
    seconds: (until - from) * 60,
    firstJoinAt: at(from),
    lastLeaveAt: at(until),
    stays: [{ from: at(from), until: at(until) }],
    ...of,
  };
}

function invited(name: string, of: Partial<Invited> = {}): Invited {
  return {
    id: name,
    objectId: null,
    address: `${name}@contoso.com`,
    displayName: name,
    answer: "none",
    ...of,
  };
}

function merge(facts: Partial<AttendanceFacts>) {
  return mergeAttendance({
    visits: [],
    invited: [],
    ticks: [],
    known: [],
    organizer: null,
    ...facts,
  });
}

describe("people of an event's attendance", () => {
  it("are one on two devices and in two sessions, for the time in which they were there at all", () => {
    const [adele, ...others] = merge({
      invited: [invited("adele", { objectId: "o1", answer: "accepted" })],
      visits: [
        visit({ objectId: "o1", stay: [0, 20] }),
        visit({ objectId: "o1", stay: [10, 30] }),
        visit({ objectId: "o1", stay: [50, 55] }),
      ],
    });
    expect(others).toEqual([]);
    expect(adele?.inMeeting).toEqual({
      firstJoinAt: at(0).toISOString(),
      lastLeaveAt: at(55).toISOString(),
      minutes: 35,
    });
  });

  it("count the seconds where Teams tells no stays", () => {
    const [person] = merge({
      visits: [
        visit({ objectId: "o1", stay: [0, 20] }),
        visit({ objectId: "o1", stay: [10, 30], stays: [], seconds: 600 }),
      ],
    });
    expect(person?.inMeeting?.minutes).toBe(30);
  });

  it("are found by their object id under another address than they were invited by", () => {
    const people = merge({
      invited: [invited("adele.vance", { objectId: "o1" })],
      visits: [visit({ objectId: "o1", address: "adele.smith@contoso.com" })],
    });
    expect(people).toMatchObject([
      { key: "attendee adele.vance", address: "adele.vance@contoso.com" },
    ]);
  });

  it("are found by their address where one side has no object id", () => {
    expect(
      merge({
        invited: [invited("adele"), invited("megan", { objectId: "o2" })],
        visits: [
          visit({ objectId: "o1", address: "adele@contoso.com" }),
          visit({ address: "megan@contoso.com" }),
        ],
      }),
    ).toMatchObject([
      { attendeeIds: ["adele"], inMeeting: { minutes: 60 } },
      { attendeeIds: ["megan"], inMeeting: { minutes: 60 } },
    ]);
  });

  it("are found by the sign-in name that rosters know of who was invited by mail address", () => {
    expect(
      merge({
        invited: [invited("adele.vance")],
        visits: [visit({ address: "adelev@contoso.com" })],
        known: [
          {
            objectId: "o1",
            displayName: "Adele Vance",
            addresses: ["adele.vance@contoso.com", "adelev@contoso.com"],
          },
        ],
      }),
    ).toMatchObject([{ displayName: "Adele Vance", kind: "person" }]);
  });

  it("are two where an address has changed hands", () => {
    const people = merge({
      invited: [invited("sam", { objectId: "o1", answer: "accepted" })],
      visits: [visit({ objectId: "o2", address: "sam@contoso.com" })],
    });
    expect(people).toHaveLength(2);
    expect(countAttendance(people)).toMatchObject({
      came: 1,
      breakdown: { didNotCome: 1, cameWithoutAnswer: 1 },
    });
  });

  it("are told apart by their names where Teams tells neither object id nor address", () => {
    expect(
      merge({
        visits: [
          visit({ displayName: "Sam" }),
          visit({ displayName: "Sam", stay: [70, 80] }),
          visit({ displayName: "Jo" }),
          visit({ displayName: "+1425*****23", kind: "phone" }),
        ],
      }).map(({ displayName, kind }) => [displayName, kind]),
    ).toEqual([
      ["+1425*****23", "phone"],
      ["Jo", "guest"],
      ["Sam", "guest"],
    ]);
  });

  it("are as many as there are records where Teams tells nothing of them", () => {
    expect(
      merge({ visits: [visit({}), visit({ kind: "phone" }), visit({})] }).map(
        ({ displayName }) => displayName,
      ),
    ).toEqual(["Somebody by phone", "Unknown guest", "Unknown guest"]);
  });

  it("do not include the service account", () => {
    const organizer = { objectId: "o9", addresses: ["ergs@contoso.com"] };
    expect(
      merge({
        organizer,
        visits: [
          visit({ objectId: "o9" }),
          visit({ address: "ergs@contoso.com" }),
        ],
      }),
    ).toEqual([]);
  });

  it("are in the room and in the meeting where both is so", () => {
    const tick = (of: Partial<Tick>): Tick => ({
      id: `t${(drawn += 1)}`,
      attendeeId: null,
      objectId: null,
      address: null,
      displayName: "",
      kind: null,
      ...of,
    });
    const people = merge({
      invited: [invited("adele", { objectId: "o1" }), invited("megan")],
      visits: [
        visit({ objectId: "o1" }),
        visit({ displayName: "Sam" }),
        visit({ displayName: "+44 20", kind: "phone" }),
      ],
      ticks: [
        tick({ attendeeId: "adele" }),
        tick({ address: "megan@contoso.com", displayName: "Megan" }),
        tick({ displayName: "Sam" }),
        tick({ displayName: "Jo" }),
        tick({ displayName: "+44 20", kind: "phone" }),
      ],
    });
    expect(
      people.map(({ displayName, inRoom, inMeeting }) => [
        displayName,
        inRoom,
        inMeeting !== null,
      ]),
    ).toEqual([
      ["+44 20", true, true],
      ["adele", true, true],
      ["Jo", true, false],
      ["megan", true, false],
      ["Sam", true, true],
    ]);
    expect(countAttendance(people).breakdown).toMatchObject({
      inMeeting: 3,
      inRoom: 5,
    });
  });
});

/** Few ids, addresses and names, so that people meet each other in every way. */
const objectId = fc.option(fc.constantFrom("o1", "o2", "o3", "o9"));
const addresses = ["a@x.org", "b@x.org", "c@x.org"] as const;
const address = fc.option(fc.constantFrom(...addresses));
const answer = fc.constantFrom("accepted", "tentative", "declined", "none");

const factsDrawn: fc.Arbitrary<AttendanceFacts> = fc
  .record({
    visits: fc.array(
      fc.record({
        objectId,
        address,
        displayName: fc.constantFrom("", "Sam", "Jo"),
        kind: fc.constantFrom("guest", "phone"),
        stay: fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })),
        hasStays: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
    invited: fc.uniqueArray(
      fc.record({ objectId, address: fc.constantFrom(...addresses), answer }),
      { selector: (row) => row.address, maxLength: 3 },
    ),
    ticks: fc.array(
      fc.record({
        attendeeId: fc.option(fc.constantFrom("i0", "i1", "gone")),
        objectId,
        address,
        displayName: fc.constantFrom("Sam", "Jo"),
        kind: fc.option(fc.constantFrom("guest", "phone")),
      }),
      { maxLength: 4 },
    ),
    known: fc.uniqueArray(
      fc.record({
        objectId: fc.constantFrom("o1", "o2", "o3"),
        displayName: fc.constant("Known"),
        addresses: fc.uniqueArray(fc.constantFrom(...addresses)),
      }),
      { selector: (person: KnownPerson) => person.objectId, maxLength: 2 },
    ),
  })
  .map((given) => ({
    visits: given.visits.map(({ stay: [from, length], hasStays, ...of }, n) => {
      const drawnVisit = visit({ ...of, stay: [from, from + length] });
      return {
        ...drawnVisit,
        id: `v${n}`,
        stays: hasStays ? drawnVisit.stays : [],
      };
    }),
    invited: given.invited.map((row, n) => ({
      ...row,
      id: `i${n}`,
      displayName: `invited ${n}`,
    })),
    ticks: given.ticks.map((row, n) => ({ ...row, id: `t${n}` })),
    known: given.known,
    organizer: { objectId: "o9", addresses: [] },
  }));

const ids = (rows: readonly { id: string }[]) =>
  rows.map(({ id }) => id).toSorted();

describe("whatever reports, invitations and ticks say", () => {
  it("each is part of exactly one person, but for the service account's visits", () => {
    fc.assert(
      fc.property(factsDrawn, (facts) => {
        const people = mergeAttendance(facts);
        expect(people.flatMap(({ visitIds }) => visitIds).toSorted()).toEqual(
          ids(facts.visits.filter((one) => one.objectId !== "o9")),
        );
        expect(
          people.flatMap(({ attendeeIds }) => attendeeIds).toSorted(),
        ).toEqual(ids(facts.invited));
        expect(people.flatMap(({ tickIds }) => tickIds).toSorted()).toEqual(
          ids(facts.ticks),
        );
      }),
    );
  });

  it("no two people have the same object id or key, and nobody has two object ids", () => {
    fc.assert(
      fc.property(factsDrawn, (facts) => {
        const people = mergeAttendance(facts);
        const known = people.flatMap((person) => person.objectId ?? []);
        expect(new Set(known).size).toBe(known.length);
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
        const idOf = new Map(
          facts.visits.map((one) => [one.id, one.objectId] as const),
        );
        for (const person of people)
          expect(
            new Set(person.visitIds.flatMap((id) => idOf.get(id) ?? [])).size,
          ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the order in which they come makes no difference", () => {
    fc.assert(
      fc.property(factsDrawn, (facts) => {
        const turned = {
          ...facts,
          visits: facts.visits.toReversed(),
          invited: facts.invited.toReversed(),
          ticks: facts.ticks.toReversed(),
        };
        expect(mergeAttendance(turned)).toEqual(mergeAttendance(facts));
      }),
    );
  });

  it("nobody is in the meeting for longer than from their first join to their last leave, where stays are told", () => {
    fc.assert(
      fc.property(factsDrawn, (facts) => {
        for (const { inMeeting, visitIds } of mergeAttendance(facts)) {
          const told = facts.visits.filter(({ id }) => visitIds.includes(id));
          if (!inMeeting || told.some(({ stays }) => stays.length === 0))
            continue;
          const between =
            Date.parse(inMeeting.lastLeaveAt) -
            Date.parse(inMeeting.firstJoinAt);
          expect(inMeeting.minutes).toBeLessThanOrEqual(between / 60_000);
          expect(inMeeting.minutes).toBeGreaterThanOrEqual(
            Math.max(...told.map(({ seconds }) => seconds)) / 60,
          );
        }
      }),
    );
  });

  it("the numbers add up", () => {
    fc.assert(
      fc.property(factsDrawn, (facts) => {
        const people = mergeAttendance(facts);
        const { came, breakdown } = countAttendance(people);
        const sum = (of: (each: (typeof breakdown.byAnswer)[0]) => number) =>
          breakdown.byAnswer.reduce((total, each) => total + of(each), 0);
        expect(sum((each) => each.came)).toBe(came);
        expect(sum((each) => each.came + each.didNotCome)).toBe(people.length);
        expect(breakdown.inMeeting + breakdown.inRoom).toBeGreaterThanOrEqual(
          came,
        );
        expect(breakdown.didNotCome).toBe(
          breakdown.byAnswer.find((each) => each.answer === "accepted")
            ?.didNotCome ?? 0,
        );
        const unexpected = new Set(["declined", "none", "notInvited"]);
        expect(breakdown.cameWithoutAnswer).toBe(
          sum((each) => (unexpected.has(each.answer) ? each.came : 0)),
        );
        expect(
          breakdown.byAnswer.find((each) => each.answer === "notInvited")
            ?.didNotCome ?? 0,
        ).toBe(0);
      }),
    );
  });
});
