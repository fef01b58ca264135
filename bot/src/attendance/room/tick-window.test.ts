import { tickWindow } from "./tick-window.ts";

const event = {
  startsAt: new Date("2026-12-01T12:00:00Z"),
  endsAt: new Date("2026-12-01T13:00:00Z"),
};

describe("ticking people off", () => {
  it.each([
    ["2026-12-01T10:59:59Z", "notYet"],
    ["2026-12-01T11:00:00Z", "open"],
    ["2026-12-01T12:30:00Z", "open"],
    ["2027-03-01T13:00:00Z", "open"],
    ["2027-03-01T13:00:01Z", "over"],
  ])("at %s is %s", (now, window) => {
    expect(tickWindow(event, new Date(now))).toBe(window);
  });
});
