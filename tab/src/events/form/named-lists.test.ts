import type { MailingList } from "../../../../bot/contract/audiences.ts";
import { newDraft } from "./event-draft.ts";
import {
  chooseList,
  isChosen,
  leaveList,
  withoutLists,
} from "./named-lists.ts";

const all: MailingList = {
  id: "80000000-0000-4000-8000-000000000001",
  name: "All employees",
  address: "all@contoso.com",
  about: 48_000,
  kind: "list",
  version: 1,
  changed: null,
};
const draft = {
  ...newDraft({
    now: new Date("2031-01-01T10:00Z"),
    timeZone: "UTC",
    groupId: "g1",
  }),
  addresses: ["adele@contoso.com", "team@contoso.com"],
  lists: [{ address: "team@contoso.com", about: "40" }],
};

describe("a mailing list that an admin named", () => {
  it("is invited as large as the admin said, and left out again", () => {
    const chosen = chooseList(draft, all);
    expect(isChosen(chosen, all)).toBe(true);
    expect(chosen.addresses).toEqual([...draft.addresses, "all@contoso.com"]);
    expect(chosen.lists).toEqual([
      ...draft.lists,
      { address: "all@contoso.com", about: "48000" },
    ]);
    expect(leaveList(chosen, all)).toEqual(draft);
    expect(isChosen(draft, all)).toBe(false);
  });

  it("is the same when its address was typed, in whatever case, and is never invited twice", () => {
    const typed = {
      ...draft,
      addresses: [...draft.addresses, "All@Contoso.com"],
      lists: [...draft.lists, { address: "All@Contoso.com", about: "5" }],
    };
    expect(isChosen(typed, all)).toBe(true);
    expect(chooseList(typed, all)).toEqual(chooseList(draft, all));
    expect(leaveList(typed, all)).toEqual(draft);
  });

  it("stands in no field but its own", () => {
    expect(withoutLists(chooseList(draft, all), [all])).toEqual(draft);
    expect(withoutLists(draft, [])).toBe(draft);
  });
});
