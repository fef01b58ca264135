import {
  countdownWords,
  heardTime,
  isCountedDown,
  nextTrySentence,
} from "./next-try-words.ts";

const at = "2026-12-01T17:03:12.400Z";
const reader = { locale: "en-GB", timeZone: "Europe/London" };

describe("when the next try is", () => {
  const counted = (isPause: boolean) =>
    [300, 121, 119, 12, 1, 0].map((seconds) =>
      countdownWords(seconds, { isPause }),
    );

  it("counts down for the eye, in seconds at the end", () => {
    expect(counted(false)).toEqual([
      "Retrying in 5 min",
      "Retrying in 3 min",
      "Retrying in 119 s",
      "Retrying in 12 s",
      "Retrying in 1 s",
      "Trying again now",
    ]);
  });

  it("is no try where only a pause ends, of whose end nobody tells", () => {
    expect(counted(true).slice(-2)).toEqual([
      "Going on in 1 s",
      "Goes on by itself",
    ]);
  });

  it("is a time of the clock for the ear, which stays true while it passes", () => {
    expect(nextTrySentence(at, { isPause: false, ...reader })).toBe(
      "The next try is at 17:03:12.",
    );
    expect(nextTrySentence(at, { isPause: true, ...reader })).toBe(
      "It goes on at 17:03:12.",
    );
  });

  it("is heard again once it has moved, to earlier as to later, and not for less than two seconds", () => {
    const heard = (told: string) => heardTime({ before: at, told });
    expect(heard("2026-12-01T17:03:14.400Z")).toBe(at);
    expect(heard("2026-12-01T17:03:10.400Z")).toBe(at);
    const later = "2026-12-01T17:03:14.401Z";
    expect(heard(later)).toBe(later);
    const earlier = "2026-12-01T17:03:05.000Z";
    expect(heard(earlier)).toBe(earlier);
  });

  it("is said by the clock where it is not soon", () => {
    expect(isCountedDown(3_599_000)).toBe(true);
    expect(isCountedDown(3_600_000)).toBe(false);
  });
});
