import { messageTime } from "./message-time.ts";

const reader = { locale: "en-US", timeZone: "Europe/Berlin" };
const now = new Date("2026-11-24T12:00:00Z");

describe("the time of a message", () => {
  it("is the hour alone on the reader's own day", () => {
    // Midnight in Berlin is still the day before in UTC.
    expect(messageTime("2026-11-23T23:30:00Z", now, reader)).toBe("12:30 AM");
  });

  it("has the date on other days", () => {
    expect(messageTime("2026-11-23T22:30:00Z", now, reader)).toBe(
      "Nov 23, 11:30 PM",
    );
  });
});
