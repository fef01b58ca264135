import { drawFaults } from "./drawn-faults.ts";

const now = new Date("2031-03-01T23:59:00Z");
const labels = Array.from(
  { length: 300 },
  (_, n) => `${n % 7}. database update events ${n}`,
);
const drawnBy = (environment: Record<string, string>, at = now) => {
  const { isDrawn } = drawFaults(environment, at);
  return labels.filter(isDrawn);
};

describe("the share of all faults that a run tries", () => {
  it("comes by every point once in nine consecutive seeds", () => {
    const drawn = Array.from({ length: 9 }, (_, n) =>
      drawnBy({ FAULT_SEED: String(7 + n) }),
    ).flat();
    expect(drawn.toSorted()).toEqual(labels.toSorted());
  });

  it("is about a ninth", () => {
    for (const FAULT_SEED of ["7", "8", "9"]) {
      const { length } = drawnBy({ FAULT_SEED });
      expect(length).toBeGreaterThan(15);
      expect(length).toBeLessThan(52);
    }
  });

  it("follows from the day of the year, and is told", () => {
    expect(drawFaults({}, now).said).toContain("FAULT_SEED=59");
    expect(drawnBy({})).toEqual(drawnBy({ FAULT_SEED: "59" }));
    expect(drawnBy({}, new Date("2031-03-02T00:00:00Z"))).not.toEqual(
      drawnBy({}),
    );
  });

  it("is everything where all are wanted", () => {
    expect(drawnBy({ FAULT_ALL: "1", FAULT_SEED: "7" })).toEqual(labels);
  });

  it("refuses a seed that is no whole number", () => {
    expect(() => drawFaults({ FAULT_SEED: "today" }, now)).toThrow(
      "FAULT_SEED has to be a whole number",
    );
  });
});
