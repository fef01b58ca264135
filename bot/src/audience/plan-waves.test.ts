import fc from "fast-check";
import { assignWaves, waveSizes } from "./plan-waves.ts";

describe("the waves of an audience", () => {
  it.each([
    [499, [499]],
    [500, [500]],
    [501, [500, 1]],
    [1250, [500, 500, 250]],
    [0, []],
  ])("are for %d people %j", (people, sizes) => {
    expect(waveSizes(people, 500)).toEqual(sizes);
  });

  it("take newcomers where there are places, the first waves first, and new ones after them", () => {
    expect(
      assignWaves(
        6,
        [
          { number: 1, taken: 2 },
          { number: 2, taken: 3 },
          { number: 4, taken: 1 },
        ],
        3,
      ),
    ).toEqual([1, 4, 4, 5, 5, 5]);
  });

  it("never have more people than Outlook invites, leave nobody out, and are no more than needed", () => {
    const waves = fc
      .array(fc.nat({ max: 12 }), { maxLength: 6 })
      .map((taken) =>
        taken.map((count, n) => ({ number: n + 1, taken: count })),
      );
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        waves,
        fc.integer({ min: 1, max: 10 }),
        (newcomers, before, size) => {
          const assigned = assignWaves(newcomers, before, size);
          expect(assigned).toHaveLength(newcomers);
          expect(assigned).toEqual(assigned.toSorted((a, b) => a - b));
          const taken = new Map(
            before.map((each) => [each.number, each.taken]),
          );
          for (const number of assigned)
            taken.set(number, (taken.get(number) ?? 0) + 1);
          for (const number of assigned)
            expect(taken.get(number)).toBeLessThanOrEqual(size);
          const free = before.reduce(
            (sum, each) => sum + Math.max(0, size - each.taken),
            0,
          );
          expect(taken.size - before.length).toBe(
            Math.ceil(Math.max(0, newcomers - free) / size),
          );
        },
      ),
    );
  });

  it("of a new audience are those of its sizes", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 200 }),
        fc.integer({ min: 1, max: 9 }),
        (people, size) => {
          const assigned = assignWaves(people, [], size);
          const counts = waveSizes(people, size).map(
            (_, n) => assigned.filter((number) => number === n + 1).length,
          );
          expect(counts).toEqual(waveSizes(people, size));
        },
      ),
    );
  });
});
