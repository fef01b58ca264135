import { draftSummary } from "./draft-summary.ts";
import { newDraft } from "./event-draft.ts";

describe("the draft in one line", () => {
  it("shows the times as they stand in the form", () => {
    const draft = newDraft({
      now: new Date("2026-12-01T16:20:00Z"),
      timeZone: "America/New_York",
      groupId: "g",
    });
    const line = draftSummary({ ...draft, title: " Coffee " }, "en-GB");
    expect(line).toMatch(/^Coffee: Tue.*1 Dec 2026/);
    expect(line).toContain("12:00");
    expect(line).toMatch(/, America\/New York$/);
  });
});
