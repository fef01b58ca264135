import {
  chooseGroup,
  moveStart,
  changeOf,
  draftOfChange,
  markList,
  newDraft,
  removeAddress,
  resizeList,
  takeTypedAddresses,
} from "./event-draft.ts";

const draft = newDraft({
  now: new Date("2026-11-23T16:20:00Z"),
  timeZone: "Europe/Berlin",
  groupId: "g",
});

describe("the form's draft", () => {
  it("begins at the next full hour of the reader and is an hour long", () => {
    expect(draft).toMatchObject({
      startDate: "2026-11-23",
      startTime: "18:00",
      endDate: "2026-11-23",
      endTime: "19:00",
      wholeGroup: true,
    });
  });

  it("stays as long as it was when the start moves", () => {
    const later = moveStart(draft, { startTime: "23:30" });
    expect(later).toMatchObject({ endDate: "2026-11-24", endTime: "00:30" });
    const nextWeek = moveStart(later, { startDate: "2026-11-30" });
    expect(nextWeek).toMatchObject({ endDate: "2026-12-01", endTime: "00:30" });
  });

  it("of whole days names the last of them, and sends the midnight after it", () => {
    const days = { ...draft, isAllDay: true, endDate: "2026-11-25" };
    const sent = changeOf({ ...days, open: true, channelIds: [] });
    expect(sent).toMatchObject({
      start: "2026-11-23T00:00",
      end: "2026-11-26T00:00",
      isAllDay: true,
    });
    expect(draftOfChange("g", sent)).toMatchObject({
      startDate: "2026-11-23",
      endDate: "2026-11-25",
      isAllDay: true,
    });
    const moved = moveStart(days, { startDate: "2026-12-30" });
    expect(moved).toMatchObject({ endDate: "2027-01-01", endTime: "19:00" });
  });

  it("has its times back when it is not of whole days any more", () => {
    const days = moveStart(
      { ...draft, isAllDay: true },
      { startDate: "2026-11-30" },
    );
    expect({ ...days, isAllDay: false }).toEqual({
      ...draft,
      startDate: "2026-11-30",
      endDate: "2026-11-30",
    });
  });

  it("leaves the end alone while the start is no time", () => {
    const empty = moveStart(draft, { startTime: "" });
    expect(empty).toMatchObject({ startTime: "", endTime: "19:00" });
  });

  it("begins anew with the channels of another group, not with what else was chosen", () => {
    const chosen = { ...draft, open: false, channelIds: ["19:a"] };
    expect(chooseGroup(chosen, "h")).toEqual({
      ...chosen,
      groupId: "h",
      channelIds: null,
    });
  });

  it("sends which addresses are mailing lists, of those that are still there", () => {
    const addresses = ["all@x.com", "b@x.com", "staff@x.com"];
    const marked = ["all@x.com", "staff@x.com", "nobody@x.com"].reduce(
      markList,
      { ...draft, addresses },
    );
    const sized = resizeList(marked, { address: "all@x.com", about: "1200" });
    const left = removeAddress(sized, "staff@x.com");
    expect(changeOf({ ...left, open: true, channelIds: [] }).audience).toEqual({
      group: true,
      coHosts: [],
      lateJoiners: true,
      addresses: ["all@x.com", "b@x.com"],
      lists: [{ address: "all@x.com", about: 1200 }],
    });
  });

  it("takes typed addresses over and keeps what is none", () => {
    const typed = { ...draft, addresses: ["a@x.com"] };
    expect(
      takeTypedAddresses({ ...typed, typedAddress: "A@x.com, b@x.com, bob" }),
    ).toMatchObject({ addresses: ["a@x.com", "b@x.com"], typedAddress: "bob" });
  });
});
