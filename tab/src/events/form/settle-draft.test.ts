import type {
  GroupChannel,
  GroupDefaults,
} from "../../../../bot/contract/groups.ts";
import { newDraft } from "./event-draft.ts";
import { settleDraft } from "./settle-draft.ts";

const draft = newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" });
const channels: GroupChannel[] = [
  { id: "19:team", name: "General", kind: "standard" },
  { id: "19:a", name: "Allies", kind: "shared" },
];
const defaults: GroupDefaults = {
  channelIds: null,
  isOnline: true,
  open: null,
  lateJoiners: true,
};
const group = { teamId: "19:team", confidential: false, defaults };
const untouched = { group, confidential: false, channels, saved: null };

describe("what the lead leaves as it is", () => {
  it("is for a new event a card in General, open to others", () => {
    expect(settleDraft(draft, untouched)).toMatchObject({
      open: true,
      channelIds: ["19:team"],
    });
  });

  it("is not open to others where one of the groups is confidential", () => {
    const given = { ...untouched, confidential: true };
    expect(settleDraft(draft, given).open).toBe(false);
    expect(settleDraft({ ...draft, open: true }, given).open).toBe(true);
  });

  it("is nowhere a card where General is not among the channels", () => {
    const given = { ...untouched, channels: channels.slice(1) };
    expect(settleDraft(draft, given).channelIds).toEqual([]);
  });

  it("is what is usual in the group, but for opening the events of another that is confidential", () => {
    const usual = { ...defaults, channelIds: ["19:a"], open: true };
    const given = { ...untouched, group: { ...group, defaults: usual } };
    expect(settleDraft(draft, given)).toMatchObject({
      open: true,
      channelIds: ["19:a"],
    });
    const withAnother = { ...given, confidential: true };
    expect(settleDraft(draft, withAnother).open).toBe(false);
    const confidential = { ...given.group, confidential: true };
    expect(
      settleDraft(draft, { ...withAnother, group: confidential }).open,
    ).toBe(true);
    const closed = { ...group, defaults: { ...defaults, open: false } };
    expect(settleDraft(draft, { ...untouched, group: closed }).open).toBe(
      false,
    );
  });

  it("is for a change what is stored", () => {
    const saved = { ...draft, open: false, channelIds: ["19:a"] };
    expect(settleDraft(draft, { ...untouched, saved })).toMatchObject({
      open: false,
      channelIds: ["19:a"],
    });
  });
});

describe("the channels that the lead chose", () => {
  it("come in the order in which they are offered", () => {
    const chosen = { ...draft, channelIds: ["19:a", "19:team"] };
    expect(settleDraft(chosen, untouched).channelIds).toEqual([
      "19:team",
      "19:a",
    ]);
  });

  it("are left out once they are gone, also when none is left", () => {
    const chosen = { ...draft, channelIds: ["19:gone"] };
    expect(settleDraft(chosen, untouched).channelIds).toEqual([]);
  });
});
