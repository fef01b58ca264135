import { newDraft, type SettledDraft } from "./event-draft.ts";
import { isSameChange } from "./same-change.ts";

const saved: SettledDraft = {
  ...newDraft({ now: new Date(0), timeZone: "UTC", groupId: "g" }),
  title: "Lunch",
  addresses: ["a@x.com", "b@x.com"],
  lists: [{ address: "b@x.com", about: "20" }],
  coHosts: ["h", "i"],
  open: false,
  channelIds: ["general", "mentoring"],
};

describe("a form", () => {
  it.each<[string, Partial<SettledDraft>]>([
    ["nothing was touched", {}],
    ["spaces stand around the title", { title: " Lunch " }],
    ["people come in another order", { addresses: ["B@x.com", "a@x.com"] }],
    ["groups and channels do", { coHosts: ["i", "h"] }],
    ["channels do", { channelIds: ["mentoring", "general"] }],
    [
      "something was read of a file",
      { batches: [{ name: null, addresses: [] }] },
    ],
  ])("sends what is stored where %s", (_, change) => {
    expect(isSameChange({ ...saved, ...change }, saved)).toBe(true);
  });

  it("sends what is stored where only the times of whole days differ", () => {
    const days = { ...saved, isAllDay: true };
    expect(isSameChange({ ...days, startTime: "08:00" }, days)).toBe(true);
  });

  it.each<[string, Partial<SettledDraft>]>([
    ["title", { title: "Dinner" }],
    ["description", { descriptionHtml: "<p>Bring a friend.</p>" }],
    ["time", { startTime: "23:00" }],
    ["zone", { timeZone: "Europe/Berlin" }],
    ["people", { addresses: ["a@x.com"] }],
    ["marked lists", { lists: [] }],
    ["size of a list", { lists: [{ address: "b@x.com", about: "30" }] }],
    ["groups", { coHosts: ["h"] }],
    ["late joiners", { lateJoiners: false }],
    ["openness", { open: true }],
    ["channels", { channelIds: ["general"] }],
  ])("sends a change where the %s changed", (_, change) => {
    expect(isSameChange({ ...saved, ...change }, saved)).toBe(false);
  });
});
