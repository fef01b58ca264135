import { nextTryOf } from "./next-try.ts";

const now = new Date("2031-12-01T12:00:00Z");
const inSeconds = (s: number) => new Date(now.getTime() + s * 1000);

describe("when sending goes on", () => {
  it("is at the first of the tries that are to come", () => {
    expect(
      nextTryOf({
        tries: [inSeconds(40), inSeconds(12)],
        pausedUntil: null,
        now,
      }),
    ).toEqual({ at: inSeconds(12), isPause: false });
  });

  it("is not before the end of a pause that was asked of the mailbox", () => {
    expect(
      nextTryOf({ tries: [inSeconds(12)], pausedUntil: inSeconds(30), now }),
    ).toEqual({ at: inSeconds(30), isPause: false });
    expect(
      nextTryOf({ tries: [inSeconds(12)], pausedUntil: inSeconds(-30), now }),
    ).toEqual({ at: inSeconds(12), isPause: false });
  });

  it("is the end of that pause where nothing has failed yet, but for short ones", () => {
    expect(nextTryOf({ tries: [], pausedUntil: inSeconds(30), now })).toEqual({
      at: inSeconds(30),
      isPause: true,
    });
    expect(nextTryOf({ tries: [], pausedUntil: inSeconds(1), now })).toBeNull();
    expect(nextTryOf({ tries: [], pausedUntil: null, now })).toBeNull();
  });
});
