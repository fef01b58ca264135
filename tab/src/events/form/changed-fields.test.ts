import { changedFields } from "./changed-fields.ts";
import { newDraft, type SettledDraft } from "./event-draft.ts";

const before: SettledDraft = {
  ...newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" }),
  title: "Lunch",
  startDate: "2031-12-01",
  startTime: "12:00",
  endDate: "2031-12-01",
  endTime: "13:00",
  location: "Room 4",
  addresses: ["a@x.com"],
  open: false,
  channelIds: ["1"],
};

const changed = (after: Partial<SettledDraft>) =>
  changedFields({ before, after: { ...before, ...after }, locale: "en-GB" });

describe("what of an event becomes something else", () => {
  it("is nothing where nothing is typed, or only spaces around it", () => {
    expect(changed({})).toEqual([]);
    expect(changed({ title: " Lunch ", location: "Room 4 " })).toEqual([]);
  });

  it("is told with what it was", () => {
    expect(changed({ title: "Late lunch", location: "" })).toEqual([
      { label: "Title", before: "Lunch", after: "Late lunch" },
      { label: "Location", before: "Room 4", after: "(empty)" },
    ]);
    expect(changed({ open: true })).toEqual([
      {
        label: "Let others join",
        before: "Others cannot join",
        after: "Others can join",
      },
    ]);
  });

  it("has the earlier time beside the later one", () => {
    const [when, ...others] = changed({ startTime: "14:00", endTime: "15:00" });
    expect(others).toEqual([]);
    expect(when?.label).toBe("When");
    expect(when?.before).toContain("12:00");
    expect(when?.after).toContain("14:00");
  });

  it("leaves the people to the sentences about the mails", () => {
    expect(changed({ addresses: ["b@x.com"], channelIds: [] })).toEqual([]);
  });
});
