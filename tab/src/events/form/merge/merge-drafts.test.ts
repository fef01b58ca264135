import fc from "fast-check";
import { newDraft, type SettledDraft } from "../event-draft.ts";
import {
  differ,
  mergeChoices,
  mergeDrafts,
  mergeSets,
  type MergeField,
  type Side,
} from "./merge-drafts.ts";

const base: SettledDraft = {
  ...newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" }),
  title: "Lunch",
  location: "Room 4",
  addresses: ["a@x.com", "b@x.com"],
  open: false,
  channelIds: ["general"],
};

describe("two changes of one event", () => {
  it("are taken over where only one side changed something", () => {
    const mine = { ...base, title: "Dinner" };
    const theirs = { ...base, location: "Room 5" };
    const versions = { base, mine, theirs };
    expect(mergeChoices(versions)).toEqual([
      { field: "title", preset: "mine" },
      { field: "location", preset: "theirs" },
    ]);
    expect(mergeDrafts(versions, {})).toEqual({
      ...base,
      title: "Dinner",
      location: "Room 5",
    });
  });

  it("are for the lead to choose where both changed the same", () => {
    const mine = { ...base, startTime: "09:00" };
    const theirs = { ...base, endTime: "23:00" };
    const versions = { base, mine, theirs };
    expect(mergeChoices(versions)).toEqual([{ field: "when", preset: null }]);
    expect(mergeDrafts(versions, { when: "mine" })).toEqual(mine);
    expect(mergeDrafts(versions, { when: "theirs" })).toEqual(theirs);
  });

  it("add and take away people and channels each on its own", () => {
    const mine = {
      ...base,
      addresses: ["a@x.com", "b@x.com", "c@x.com"],
      channelIds: ["general", "news"],
    };
    const theirs = {
      ...base,
      addresses: ["b@x.com", "d@x.com"],
      channelIds: [],
    };
    const versions = { base, mine, theirs };
    expect(mergeChoices(versions)).toEqual([]);
    expect(differ(versions)).toBe(true);
    expect(mergeDrafts(versions, {})).toMatchObject({
      addresses: ["b@x.com", "d@x.com", "c@x.com"],
      channelIds: ["news"],
    });
  });

  it("keep what one side says of a mailing list, and ask where both say something", () => {
    const mark = (about: string) => ({
      ...base,
      lists: [{ address: "a@x.com", about }],
    });
    const one = { base, mine: mark("50"), theirs: base };
    expect(mergeDrafts(one, {}).lists).toEqual(mark("50").lists);
    const both = { base, mine: mark("50"), theirs: mark("60") };
    expect(mergeChoices(both)).toEqual([{ field: "lists", preset: null }]);
    expect(mergeDrafts(both, { lists: "mine" })).toEqual(mark("50"));
    expect(mergeDrafts(both, { lists: "theirs" })).toEqual(mark("60"));
  });
});

describe("for any three versions", () => {
  const pool = ["a@x.com", "b@x.com", "c@x.com", "d@x.com"];
  const word = fc.constantFrom("one", "two", "three");
  const anyDraft: fc.Arbitrary<SettledDraft> = fc
    .record({
      title: word,
      descriptionHtml: word,
      startTime: fc.constantFrom("09:00", "10:00"),
      endTime: fc.constantFrom("11:00", "12:00"),
      isOnline: fc.boolean(),
      location: word,
      wholeGroup: fc.boolean(),
      lateJoiners: fc.boolean(),
      coHosts: fc.subarray(["pride", "parents"]),
      open: fc.boolean(),
      addresses: fc.subarray(pool),
      marks: fc.dictionary(
        fc.constantFrom(...pool),
        fc.constantFrom("5", "50"),
      ),
      channelIds: fc.subarray(["general", "news", "ideas"]),
    })
    .map(({ marks, ...parts }) => ({
      ...base,
      ...parts,
      lists: parts.addresses.flatMap((address) =>
        marks[address] === undefined
          ? []
          : [{ address, about: marks[address] }],
      ),
    }));
  const versions = fc.record({
    base: anyDraft,
    mine: anyDraft,
    theirs: anyDraft,
  });
  const asSets = (draft: SettledDraft) => ({
    ...draft,
    addresses: draft.addresses.toSorted(),
    channelIds: draft.channelIds.toSorted(),
    coHosts: draft.coHosts.toSorted(),
    lists: draft.lists.toSorted((one, other) =>
      one.address.localeCompare(other.address),
    ),
  });
  const chooseAll = (side: Side) =>
    Object.fromEntries(
      (
        [
          "title",
          "description",
          "when",
          "isOnline",
          "location",
          "wholeGroup",
          "lateJoiners",
          "lists",
          "open",
        ] satisfies MergeField[]
      ).map((field) => [field, side]),
    );

  it("who changed nothing gets what the other made of it, without being asked", () => {
    fc.assert(
      fc.property(versions, ({ base: before, mine, theirs }) => {
        const unchanged = { base: before, mine: before, theirs };
        expect(asSets(mergeDrafts(unchanged, {}))).toEqual(asSets(theirs));
        expect(
          mergeChoices(unchanged).filter(({ preset }) => preset !== "theirs"),
        ).toEqual([]);
        const alone = { base: before, mine, theirs: before };
        expect(asSets(mergeDrafts(alone, {}))).toEqual(asSets(mine));
        expect(
          mergeChoices(alone).filter(({ preset }) => preset !== "mine"),
        ).toEqual([]);
      }),
    );
  });

  it("the same change twice is that change", () => {
    fc.assert(
      fc.property(versions, ({ base: before, mine }) => {
        const twice = { base: before, mine, theirs: mine };
        expect(differ(twice)).toBe(false);
        expect(mergeChoices(twice)).toEqual([]);
        expect(asSets(mergeDrafts(twice, {}))).toEqual(asSets(mine));
      }),
    );
  });

  it("it does not matter who merges", () => {
    fc.assert(
      fc.property(versions, ({ base: before, mine, theirs }) => {
        const asSeenByMe = { base: before, mine, theirs };
        const asSeenByThem = { base: before, mine: theirs, theirs: mine };
        const presets = mergeChoices(asSeenByMe);
        expect(mergeChoices(asSeenByThem)).toEqual(
          presets.map(({ field, preset }) => ({
            field,
            preset:
              preset === null ? null : preset === "mine" ? "theirs" : "mine",
          })),
        );
        const both = presets.filter(({ preset }) => preset === null);
        const pick = (side: Side) =>
          Object.fromEntries(both.map(({ field }) => [field, side]));
        expect(asSets(mergeDrafts(asSeenByMe, pick("mine")))).toEqual(
          asSets(mergeDrafts(asSeenByThem, pick("theirs"))),
        );
      }),
    );
  });

  it("every choice is honoured, and each part is of one of the two", () => {
    fc.assert(
      fc.property(versions, (given) => {
        const { mine, theirs } = given;
        const merged = mergeDrafts(given, chooseAll("mine"));
        for (const key of ["title", "descriptionHtml", "location"] as const)
          expect(merged[key]).toBe(mine[key]);
        expect([merged.startTime, merged.endTime]).toEqual([
          mine.startTime,
          mine.endTime,
        ]);
        expect(mergeDrafts(given, chooseAll("theirs")).title).toBe(
          theirs.title,
        );
      }),
    );
  });

  it("nobody is lost whom either added, and nobody stays whom either took away", () => {
    const people = fc.subarray(pool);
    fc.assert(
      fc.property(people, people, people, (before, mine, theirs) => {
        const merged = mergeSets(before, mine, theirs);
        expect(new Set(merged).size).toBe(merged.length);
        for (const one of pool) {
          const added =
            !before.includes(one) &&
            (mine.includes(one) || theirs.includes(one));
          const stays =
            before.includes(one) && mine.includes(one) && theirs.includes(one);
          expect(merged.includes(one)).toBe(added || stays);
        }
      }),
    );
  });
});
