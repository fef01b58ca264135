import { refreshActionOf } from "./refresh-action.ts";

describe("the refresh of a card", () => {
  it("is the action that the card names for it", () => {
    expect(
      refreshActionOf({
        refresh: {
          action: {
            type: "Action.Execute",
            id: "r",
            title: "Refresh",
            verb: "refresh",
            data: { event: 1 },
          },
          userIds: ["29:1"],
        },
      }),
    ).toEqual({
      type: "Action.Execute",
      id: "r",
      title: "Refresh",
      verb: "refresh",
      data: { event: 1 },
    });
  });

  it("is none where the card has none, or one of another kind", () => {
    expect(refreshActionOf({})).toBeUndefined();
    expect(
      refreshActionOf({ refresh: { action: { type: "Action.Submit" } } }),
    ).toBeUndefined();
  });
});
