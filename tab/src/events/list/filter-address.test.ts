import {
  addressOfFilter,
  filterOfAddress,
  listedStates,
  statesToChoose,
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

  it("offers what was not sent to leads, and to whom the address has it", () => {
    expect(statesToChoose({ leads: true, state: null })).toEqual(listedStates);
    expect(statesToChoose({ leads: false, state: "failed" })).toEqual(
      listedStates,
    );
    expect(statesToChoose({ leads: false, state: "going" })).toEqual([
      "answerOpen",
      "going",
      "declined",
      "cancelled",
    ]);
  });

  it("follows the address wherever it is read", () => {
    expect(filter("when=past&group=g-women", channel)).toEqual({
      shown: "past",
      day: null,
      groupId: "g-women",
      search: "",
      state: null,
    });
    expect(
      filter(
        "search=+pride+lunch&state=cancelled&when=week&day=2031-12-01",
        personal,
      ),
    ).toEqual({
      shown: "week",
      day: "2031-12-01",
      groupId: null,
      search: "pride lunch",
      state: "cancelled",
    });
    expect(filter("state=unheard-of", personal).state).toBeNull();
    expect(filter("group=g-unknown", personal).groupId).toBeNull();
  });

  it("asks for a group that the reader is not in, and not for all in its place", () => {
    const others = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    expect(filter(`group=${others}&when=month`, channel)).toMatchObject({
      shown: "month",
      groupId: others,
    });
    expect(filter("group=all", channel).groupId).toBeNull();
  });

  it.each([personal, channel, elsewhere])(
    "finds each choice again in the address: %j",
    (around) => {
      for (const shown of ["upcoming", "past", "week", "month"] as const)
        for (const groupId of [null, "g-women", "g-pride"])
          for (const state of [null, ...listedStates])
            for (const search of ["", "a & b"]) {
              const day = shown === "week" ? "2031-12-01" : null;
              const chosen = { shown, day, groupId, search, state };
              const address = new URLSearchParams(
                addressOfFilter(chosen, around),
              );
              expect(filterOfAddress(address, around)).toEqual(chosen);
            }
    },
  );
});
