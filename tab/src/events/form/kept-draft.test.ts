import { newDraft } from "./event-draft.ts";
import { keptDrafts } from "./kept-draft.ts";

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

const draft = newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" });

describe("an unsaved form", () => {
  it("is there again after a reload, until it is saved", () => {
    const storage = storageOf(new Map());
    const before = keptDrafts({ storage, userObjectId: "u" });
    before.keep("new", draft);
    const after = keptDrafts({ storage, userObjectId: "u" });
    expect(after.read("new")).toEqual(draft);
    after.forget("new");
    expect(after.read("new")).toBeNull();
  });

  it("is nobody else's", () => {
    const storage = storageOf(new Map());
    keptDrafts({ storage, userObjectId: "u" }).keep("new", draft);
    expect(keptDrafts({ storage, userObjectId: "v" }).read("new")).toBeNull();
  });

  it("is dropped when it is not a form of this version", () => {
    const entries = new Map([
      ["draft/u/new", '{"title":5}'],
      ["draft/u/x", "{"],
    ]);
    const drafts = keptDrafts({
      storage: storageOf(entries),
      userObjectId: "u",
    });
    expect(drafts.read("new")).toBeNull();
    expect(drafts.read("x")).toBeNull();
  });

  it("from before events had cards leaves the cards and joining as they are", () => {
    const { open, channelIds, ...old } = { ...draft, title: "Coffee" };
    const entries = new Map([["draft/u/new", JSON.stringify(old)]]);
    const storage = storageOf(entries);
    const drafts = keptDrafts({ storage, userObjectId: "u" });
    expect(drafts.read("new")).toEqual({ ...old, open, channelIds });
    expect([open, channelIds]).toEqual([null, null]);
  });

  it("costs nothing where storage is forbidden", () => {
    const drafts = keptDrafts({ storage: null, userObjectId: "u" });
    drafts.keep("new", draft);
    expect(drafts.read("new")).toBeNull();
  });
});
