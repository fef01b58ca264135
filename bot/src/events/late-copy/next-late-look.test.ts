import { nextLateLook } from "./next-late-look.ts";

const from = new Date("2031-12-01T12:00:00Z");
const after = (minutes: number) => new Date(from.getTime() + minutes * 60_000);

describe("the looks for what is created late", () => {
  it.each([
    [0, 1],
    [1, 10],
    [4, 10],
    [10, 60],
    [61, 1440],
    // Stopped for most of a day: one look, and the last at its time.
    [1400, 1440],
  ])("%d minutes after the cancellation the next is at %d", (now, next) => {
    expect(nextLateLook(from, after(now))).toEqual(after(next));
  });

  it("end after a day", () => {
    expect(nextLateLook(from, after(1440))).toBeNull();
  });
});
