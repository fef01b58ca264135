import { addBatch, newDraft, type EventDraft } from "./event-draft.ts";
import { keptDrafts, type KeptForm } from "./kept-draft.ts";

function storageOf(entries: Map<string, string>) {
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

const kept = (draft: EventDraft): KeptForm => ({
  draft,
  base: { draft, version: 3 },
  wasStopped: false,
});
const draft = newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" });

describe("an unsaved form", () => {
  it("is there again after a reload, until it is saved", () => {
    const storage = storageOf(new Map());
    const before = keptDrafts({ storage, userObjectId: "u" });
    before.keep("new", kept(draft));
    const after = keptDrafts({ storage, userObjectId: "u" });
    expect(after.read("new")).toEqual(kept(draft));
    after.forget("new");
    expect(after.read("new")).toBeNull();
  });

  it("is nobody else's", () => {
    const storage = storageOf(new Map());
    keptDrafts({ storage, userObjectId: "u" }).keep("new", kept(draft));
    expect(keptDrafts({ storage, userObjectId: "v" }).read("new")).toBeNull();
  });

  it("keeps a description of an earlier version, which was plain text", () => {
    const { descriptionHtml, ...earlier } = draft;
    expect(descriptionHtml).toBe("");
    const entries = new Map([
      [
        "draft/u/new",
        JSON.stringify({ ...earlier, description: "a <b>\n\nc" }),
      ],
    ]);
    const drafts = keptDrafts({
      storage: storageOf(entries),
      userObjectId: "u",
    });
    expect(drafts.read("new")?.draft.descriptionHtml).toBe(
      "<p>a &lt;b&gt;</p><p>c</p>",
    );
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
    expect(drafts.read("new")).toEqual({
      draft: { ...old, open, channelIds },
      base: null,
      wasStopped: false,
    });
    expect([open, channelIds]).toEqual([null, null]);
  });

  it("costs nothing where storage is forbidden", () => {
    const drafts = keptDrafts({ storage: null, userObjectId: "u" });
    drafts.keep("new", kept(draft));
    expect(drafts.read("new")).toBeNull();
  });

  it("keeps addresses that came together as addresses, and no older form where there is no room", () => {
    const entries = new Map<string, string>();
    const storage = storageOf(entries);
    const drafts = keptDrafts({ storage, userObjectId: "u" });
    const batch = { name: "list.csv", addresses: ["a@x.com"] };
    drafts.keep("new", kept(addBatch(draft, batch)));
    expect(drafts.read("new")?.draft).toEqual({
      ...draft,
      addresses: ["a@x.com"],
    });
    const full = {
      ...storage,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    keptDrafts({ storage: full, userObjectId: "u" }).keep("new", kept(draft));
    expect(drafts.read("new")).toBeNull();
  });
});
