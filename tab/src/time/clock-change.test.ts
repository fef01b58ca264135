import { clockChangeAt, clockChangeHint, meantTime } from "./clock-change.ts";

describe("a time at which clocks change", () => {
  it.each([
    ["America/New_York", "2026-11-01T01:30"],
    ["Europe/London", "2026-10-25T01:30"],
    ["Australia/Sydney", "2026-04-05T02:30"],
  ])("comes twice in %s at %s", (timeZone, local) => {
    expect(clockChangeAt(local, timeZone)).toEqual({ kind: "repeated" });
    expect(clockChangeHint(local, timeZone)).toMatch(/The first one is meant/);
  });

  it.each([
    ["America/New_York", "2026-03-08T02:30", "2026-03-08T03:30"],
    ["Europe/London", "2026-03-29T01:30", "2026-03-29T02:30"],
    ["Australia/Sydney", "2026-10-04T02:30", "2026-10-04T03:30"],
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45"],
  ])("is skipped in %s at %s and becomes %s", (timeZone, local, becomes) => {
    expect(clockChangeAt(local, timeZone)).toEqual({
      kind: "skipped",
      becomes,
    });
    expect(clockChangeHint(local, timeZone)).toContain(
      `It becomes ${becomes.slice(11)}`,
    );
  });

  it("is meant as what it becomes, any other time as itself", () => {
    const inLondon = (local: string) => meantTime(local, "Europe/London");
    expect(inLondon("2026-03-29T01:30")).toBe("2026-03-29T02:30");
    expect(inLondon("2026-03-29T02:00")).toBe("2026-03-29T02:00");
    expect(inLondon("2026-10-25T01:30")).toBe("2026-10-25T01:30");
  });

  it("is told of at no other time", () => {
    expect(clockChangeHint("2026-10-25T01:30", "Asia/Kolkata")).toBeNull();
    expect(clockChangeHint("2026-10-25T02:00", "Europe/London")).toBeNull();
    expect(clockChangeHint("2026-10-25T", "Europe/London")).toBeNull();
  });
});
