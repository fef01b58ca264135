import { askAgainAfterMs } from "./ask-again.ts";
import { connectedView, notConnectedView } from "./sample-view.ts";

const closed = { waysShown: false };

describe("the page of the account", () => {
  it("asks every two seconds while somebody signs in", () => {
    const signIn = {
      state: "open",
      id: "5f0c7a0e-2f6b-4f0e-8a55-6c1d8a1f2b11",
      opened: false,
      expiresAt: "2026-11-23T16:10:00.000Z",
    } as const;
    const view = { ...notConnectedView, signIn };
    expect(askAgainAfterMs(view, closed)).toBe(2000);
    expect(askAgainAfterMs(view, { waysShown: true })).toBe(2000);
  });

  it("asks every three seconds while an approval is awaited", () => {
    expect(askAgainAfterMs(notConnectedView, { waysShown: true })).toBe(3000);
  });

  it("asks soon until everything is known, and seldom from then on", () => {
    const unchecked = {
      ...connectedView,
      setUpComplete: false,
      checks: [],
      checkedAt: null,
    };
    const unknown = {
      ...connectedView,
      setUpComplete: false,
      checks: [
        {
          name: "answers",
          state: "unknown",
          sentence: "Not known.",
          cure: null,
        } as const,
      ],
    };
    const complete = { ...unknown, setUpComplete: true };
    const asks = [unchecked, unknown, complete].map((view) =>
      askAgainAfterMs(view, closed),
    );
    expect(asks).toEqual([2000, 2000, 30_000]);
  });
});
