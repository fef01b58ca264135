import {
  checkDraft,
  firstWrongField,
  formFieldOf,
  isListSize,
} from "./check-draft.ts";
import { newDraft } from "./event-draft.ts";

const now = new Date("2026-11-23T16:20:00Z");
const good = {
  ...newDraft({
    now,
    timeZone: "Europe/London",
    groupId: "0b7f9a52-5a4e-4a51-9d5c-0b1f1d5a7c11",
  }),
  title: "Coffee",
  open: true,
  channelIds: ["19:general"],
};
const check = (draft: typeof good) => checkDraft(draft, { saved: null, now });

describe("the form's check", () => {
  it("passes a complete draft", () => {
    expect(check(good)).toEqual({});
  });

  it("says what is missing, at its field", () => {
    expect(check({ ...good, title: "  " }).title).toBe(
      "Give the event a title.",
    );
    expect(check({ ...good, wholeGroup: false }).audience).toMatch(/Invite/);
    expect(check({ ...good, startTime: "" }).startTime).toMatch(/starts/);
    expect(check({ ...good, endDate: "" }).endDate).toMatch(/ends/);
    expect(check({ ...good, timeZone: "Mars/Base" }).timeZone).toMatch(/list/);
  });

  it("lets no words for the start go unheard", () => {
    expect(check({ ...good, typedWhen: "tuesday 3pm" }).typedWhen).toMatch(
      /not taken over yet/,
    );
  });

  it("refuses a start that has passed in the event's own zone", () => {
    expect(check({ ...good, startTime: "16:00" }).startDate).toMatch(/passed/);
    const inKolkata = { ...good, timeZone: "Asia/Kolkata" };
    expect(check({ ...inKolkata, startTime: "17:00" }).startDate).toMatch(
      /passed/,
    );
  });

  it("lets a start that has passed stay when something else changes", () => {
    const running = { ...good, startTime: "16:00" };
    const change = { ...running, title: "Tea" };
    expect(checkDraft(change, { saved: running, now })).toEqual({});
  });

  it("refuses an end that is not after the start", () => {
    expect(check({ ...good, endTime: good.startTime }).endTime).toMatch(
      /later/,
    );
    expect(check({ ...good, endDate: "2026-11-22" }).endDate).toMatch(/later/);
  });

  it("compares what the clocks show in the night in which they go forward", () => {
    const night = { ...good, startDate: "2027-03-28", endDate: "2027-03-28" };
    const at = (startTime: string, endTime: string) =>
      check({ ...night, startTime, endTime });
    // 01:30 does not exist there: it becomes 02:30.
    expect(at("01:30", "02:15").endTime).toMatch(/the start becomes 02:30/);
    expect(at("01:30", "02:30").endTime).toMatch(/the start becomes 02:30/);
    expect(at("01:30", "02:45")).toEqual({});
    expect(at("00:30", "01:30")).toEqual({});
    expect(at("02:45", "01:30").endTime).toMatch(
      /^It ends before it starts\. /,
    );
    expect(at("02:15", "01:30")).toEqual({});
  });

  it("lets whole days begin today, not before, and end on the day they begin", () => {
    const today = { ...good, isAllDay: true, endDate: good.startDate };
    expect(check(today)).toEqual({});
    const earlier = { ...today, startDate: "2026-11-22" };
    expect(check(earlier).startDate).toMatch(/passed/);
    const backwards = { ...today, endDate: "2026-11-22" };
    expect(check(backwards).endDate).toMatch(/last day is before/);
  });

  it("refuses more channels than an event may have", () => {
    const channelIds = Array.from({ length: 21 }, (_, n) => `19:${n}`);
    expect(check({ ...good, channelIds }).channels).toMatch(/at most 20/);
  });

  it.each(["", "0", "-3", "1.5", "many", "1000001"])(
    "asks how many people a mailing list reaches where “%s” says it",
    (about) => {
      const addresses = ["all@contoso.com"];
      const lists = [{ address: "all@contoso.com", about }];
      expect(check({ ...good, addresses, lists }).lists).toMatch(/how many/);
      expect(isListSize(about)).toBe(false);
      const right = [{ address: "all@contoso.com", about: "1200" }];
      expect(check({ ...good, addresses, lists: right })).toEqual({});
    },
  );

  it("puts the backend's fields at the form's", () => {
    expect(formFieldOf("audience.addresses.3")).toBe("addresses");
    expect(formFieldOf("audience.lists.0.about")).toBe("lists");
    expect(formFieldOf("audience")).toBe("audience");
    expect(formFieldOf("start")).toBe("startDate");
    expect(formFieldOf("title")).toBe("title");
    expect(formFieldOf("channelIds")).toBe("channels");
    expect(formFieldOf("constructor")).toBeNull();
  });

  it("sends the cursor to the first wrong field", () => {
    expect(firstWrongField({ location: "x", title: "y" })).toBe("title");
    expect(firstWrongField({})).toBeNull();
  });
});
