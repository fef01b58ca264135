import type { GroupSummary } from "../../../../bot/contract/groups.ts";
import {
  coHostLabel,
  confidentialWarning,
  offeredCoHosts,
} from "./co-hosts.ts";

const group = (id: string, more: Partial<GroupSummary> = {}): GroupSummary => ({
  id,
  name: `Group ${id}`,
  teamId: `19:${id}`,
  confidential: false,
  memberCount: 12,
  myRole: "owner",
  canSchedule: true,
  canManage: true,
  channels: [],
  defaults: null,
  ...more,
});

describe("the groups that can host an event, too", () => {
  it("are those that the lead leads, and those that do already", () => {
    const before = [
      { id: "c", name: "Group c", confidential: true },
      { id: "d", name: "Group d", confidential: false },
    ];
    const groups = [
      group("a"),
      group("b", { memberCount: 1, confidential: true }),
      group("c", { canSchedule: false }),
      group("e", { canSchedule: false }),
    ];
    expect(
      offeredCoHosts({ groups, before, draft: { groupId: "a" } }).map(
        coHostLabel,
      ),
    ).toEqual([
      "Group b (1 person), confidential",
      "Group c (12 people), confidential",
      "Group d",
    ]);
  });
});

describe("what a confidential group changes", () => {
  const [open, hidden, other] = [
    { name: "Women", confidential: false },
    { name: "Pride", confidential: true },
    { name: "Veterans", confidential: true },
  ];

  it("is said where it hosts together with others", () => {
    expect(confidentialWarning([open, hidden])).toBe(
      "Pride is confidential. So nobody finds this event who is neither in one of its groups nor invited. Only its own leads see who is invited, and edit the event; other leads see numbers, and can cancel it. In the Teams meeting people of all its groups see one another.",
    );
    expect(confidentialWarning([hidden, other])).toMatch(
      /^Pride and Veterans are confidential\. .*Only those who lead each of these see/,
    );
  });

  it("is nothing to say of a group alone, or where none is", () => {
    expect(confidentialWarning([hidden])).toBeNull();
    expect(confidentialWarning([open, open])).toBeNull();
  });
});
