import { idealFreshness } from "./ideal-freshness.ts";

const platform = { notificationMs: 1000, graphMs: 200, connectorMs: 100 };
const paces = { readGapMs: 500, cardGapMs: 2000 };

describe("the ideal freshness", () => {
  it("is what Microsoft takes where answers are far apart", () => {
    expect(idealFreshness([0, 10_000], platform, paces)).toEqual({
      tabAt: [1200, 11_200],
      cardAt: [1300, 11_300],
    });
  });

  it("adds a pace only to what meets it", () => {
    const swift = { notificationMs: 100, graphMs: 50, connectorMs: 10 };
    // The second report arrives at 400 and may be read for from 600 on; the card changed at 150.
    expect(idealFreshness([0, 300], swift, paces)).toEqual({
      tabAt: [150, 650],
      cardAt: [160, 2160],
    });
  });

  it("shows early what a read for somebody before finds", () => {
    // The read from 1,000 to 1,200 finds what was answered at 1,100 before it is reported.
    expect(idealFreshness([0, 1100], platform, paces)).toEqual({
      tabAt: [1200, 1200],
      cardAt: [1300, 1300],
    });
  });

  it("lets answers share a turn that they all wait for", () => {
    const swift = { notificationMs: 100, graphMs: 50, connectorMs: 10 };
    expect(idealFreshness([0, 200, 300, 400], swift, paces)).toEqual({
      tabAt: [150, 650, 650, 650],
      cardAt: [160, 2160, 2160, 2160],
    });
  });
});
