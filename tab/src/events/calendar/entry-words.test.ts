import { entryWords } from "./entry-words.ts";

const reader = { locale: "en-GB", timeZone: "Europe/London" };
const event = {
  startsAt: "2031-12-01T22:00:00.000Z",
  endsAt: "2031-12-03T10:30:00.000Z",
  isAllDay: false,
  timeZone: "Europe/London",
  status: "scheduled" as const,
};

describe("an event in the calendar", () => {
  it("says when it begins, on its last day until when it goes on, and nothing between", () => {
    const on = (day: string) => entryWords(event, { day, reader }).time;
    expect(on("2031-12-01")).toBe("22:00");
    expect(on("2031-12-02")).toBeNull();
    expect(on("2031-12-03")).toBe("until 10:30");
  });

  it("of whole days says no time, and a cancelled one that it is", () => {
    const words = entryWords(
      { ...event, isAllDay: true, status: "cancelled" },
      { day: "2031-12-01", reader },
    );
    expect(words).toEqual({ time: null, note: "cancelled" });
  });
});
