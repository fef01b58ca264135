import { keptTab } from "./kept-tab.ts";

const origin = "https://erg.contoso.com";
const kept = (entityId?: string, contentUrl?: string) =>
  keptTab({ config: { entityId, contentUrl }, origin });

describe("what Teams keeps of a tab", () => {
  it("is the tab that was set up, also from before there was a choice", () => {
    expect(kept("events-1", `${origin}/?group=all&when=week`)).toEqual({
      entityId: "events-1",
      choice: { groupId: null, view: "week" },
    });
    expect(kept("group-events", `${origin}/`)).toEqual({
      entityId: "group-events",
      choice: null,
    });
  });

  it("is nothing for a new one, whatever Teams tells of it", () => {
    for (const told of [
      undefined,
      null,
      {},
      { entityId: "", contentUrl: `${origin}/` },
      { entityId: "a", contentUrl: "" },
      { entityId: "a", contentUrl: `${origin}/channel-tab` },
      { entityId: "a", contentUrl: "https://elsewhere.example/" },
    ])
      expect(keptTab({ config: told, origin })).toBeNull();
  });
});
