import type { GroupDefaults } from "../../../../bot/contract/groups.ts";
import { newDraft } from "./event-draft.ts";
import { moveToGroup, usualIn } from "./group-defaults.ts";

const defaults = (isOnline: boolean, lateJoiners: boolean): GroupDefaults => ({
  channelIds: null,
  isOnline,
  open: null,
  lateJoiners,
});
const groups = [
  { id: "a", defaults: defaults(true, false) },
  { id: "b", defaults: defaults(false, true) },
];
const draft = {
  ...newDraft({ now: new Date(0), timeZone: "UTC", groupId: "a" }),
  ...usualIn(groups[0]),
};

describe("what is usual in a group", () => {
  it("is with what its new events begin", () => {
    expect(draft).toMatchObject({ isOnline: true, lateJoiners: false });
    expect(usualIn(undefined)).toEqual({ isOnline: true, lateJoiners: true });
  });

  it("comes with the group, where the lead has left it as it is", () => {
    expect(moveToGroup(draft, "b", groups)).toMatchObject({
      groupId: "b",
      isOnline: false,
      lateJoiners: true,
    });
    const chosen = { ...draft, isOnline: false, lateJoiners: true };
    expect(moveToGroup(chosen, "b", groups)).toMatchObject({
      isOnline: false,
      lateJoiners: true,
    });
    expect(moveToGroup(chosen, "a", groups)).toEqual(chosen);
  });
});
