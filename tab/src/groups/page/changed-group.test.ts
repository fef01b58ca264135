import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import { changed } from "./changed-group.ts";
import { defaultChannels, isUsuallyOpen } from "./group-defaults-shown.ts";

const group: GroupSummary = {
  id: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
  name: "Women at Contoso",
  teamId: "19:team",
  confidential: false,
  memberCount: 12,
  myRole: "owner",
  canSchedule: true,
  canManage: true,
  channels: [
    { id: "19:team", name: "General", kind: "standard" },
    { id: "19:a", name: "Allies", kind: "shared" },
  ],
  defaults: { channelIds: null, isOnline: true, open: null, lateJoiners: true },
};

describe("a group's settings", () => {
  it("are shown as chosen before they are stored, the others as they were", () => {
    const chosen = [
      { defaults: { isOnline: false } },
      { defaults: { channelIds: ["19:a"], open: false } },
    ].reduce(changed, group);
    expect(chosen).toEqual({
      ...group,
      defaults: {
        channelIds: ["19:a"],
        isOnline: false,
        open: false,
        lateJoiners: true,
      },
    });
    expect(defaultChannels(chosen)).toEqual(["19:a"]);
  });

  it("are, where nobody has chosen, a card in General, and open unless the group is confidential", () => {
    expect(defaultChannels(group)).toEqual(["19:team"]);
    expect(isUsuallyOpen(group)).toBe(true);
    expect(isUsuallyOpen(changed(group, { confidential: true }))).toBe(false);
  });
});
