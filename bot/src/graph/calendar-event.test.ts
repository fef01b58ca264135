import { readGraphTime } from "./calendar-event.ts";

describe("a time of Graph's", () => {
  it.each([
    ["2026-12-01T12:00:00.0000000", "UTC", "2026-12-01T12:00:00.000Z"],
    ["2026-12-01T12:00:00.1234567", "utc", "2026-12-01T12:00:00.123Z"],
    [
      "2026-12-01T12:00:00",
      "tzone://Microsoft/Utc",
      "2026-12-01T12:00:00.000Z",
    ],
  ])("is an instant: %s %s", (dateTime, timeZone, instant) => {
    expect(readGraphTime({ dateTime, timeZone })).toEqual(new Date(instant));
  });

  it.each([
    ["2026-12-01T12:00:00.0000000", "GMT Standard Time"],
    ["tomorrow", "UTC"],
  ])("is not guessed: %s %s", (dateTime, timeZone) => {
    expect(readGraphTime({ dateTime, timeZone })).toBeNull();
  });
});
