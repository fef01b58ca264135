import { idealFanoutMs } from "./ideal-fanout.ts";

const given = { width: 4, callMs: 200, pauseMs: 500 };
const calls = (count: number, throttled: readonly number[] = []) =>
  Array.from({ length: count }, (_, n) => ({
    throttled: throttled.includes(n),
  }));

describe("the ideal fan-out", () => {
  it("keeps four places busy", () => {
    expect(idealFanoutMs(calls(4), given)).toBe(200);
    expect(idealFanoutMs(calls(5), given)).toBe(400);
    expect(idealFanoutMs(calls(400), given)).toBe(20_000);
  });

  it("waits out a pause once, however many calls asked for it", () => {
    expect(idealFanoutMs(calls(8, [1]), given)).toBe(900);
    expect(idealFanoutMs(calls(8, [1, 2, 3]), given)).toBe(900);
  });

  it("lets what is under way end during a pause", () => {
    // The second four start at 200; the fifth is throttled at 400, the ninth starts at 900.
    expect(idealFanoutMs(calls(9, [4]), given)).toBe(1_100);
  });
});
