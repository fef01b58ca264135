import {
  addressOfFilter,
  filterOfAddress,
  listedStates,
} from "./filter-address.ts";

const groups = [
  { id: "g-women", teamId: "19:women@thread.tacv2" },
  { id: "g-pride", teamId: "19:pride@thread.tacv2" },
];
const personal = { groups, teamId: null };
const channel = { groups, teamId: "19:pride@thread.tacv2" };
const elsewhere = { groups, teamId: "19:sales@thread.tacv2" };

const filter = (address: string, around: typeof personal | typeof channel) =>
  filterOfAddress(new URLSearchParams(address), around);

describe("the filter of the event list", () => {
  it("shows every group at first, in a channel that of the team", () => {
    expect(filter("", personal).groupId).toBeNull();
    expect(filter("", channel).groupId).toBe("g-pride");
    expect(filter("", elsewhere).groupId).toBeNull();
  });

  it("follows the address wherever it is read", () => {
    expect(filter("when=past&group=g-women", channel)).toEqual({
      when: "past",
      groupId: "g-women",
      search: "",
      state: null,
    });
    expect(filter("search=+pride+lunch&state=cancelled", personal)).toEqual({
      when: "upcoming",
      groupId: null,
      search: "pride lunch",
      state: "cancelled",
    });
    expect(filter("state=unheard-of", personal).state).toBeNull();
    expect(filter("group=g-unknown", personal).groupId).toBeNull();
  });

  it.each([personal, channel, elsewhere])(
    "finds each choice again in the address: %j",
    (around) => {
      for (const when of ["upcoming", "past"] as const)
        for (const groupId of [null, "g-women", "g-pride"])
          for (const state of [null, ...listedStates])
            for (const search of ["", "a & b"]) {
              const chosen = { when, groupId, search, state };
              const address = new URLSearchParams(
                addressOfFilter(chosen, around),
              );
              expect(filterOfAddress(address, around)).toEqual(chosen);
            }
    },
  );
});
