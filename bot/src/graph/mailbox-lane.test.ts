import { openMailboxLane } from "./mailbox-lane.ts";

describe("the mailbox lane", () => {
  it("never runs more than four calls at once and finishes all, in order", async () => {
    const lane = openMailboxLane();
    const open: (() => void)[] = [];
    const started: number[] = [];
    let running = 0;
    let most = 0;
    const calls = Array.from({ length: 10 }, (_, index) =>
      lane.run(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => open.push(resolve));
        running -= 1;
        return index;
      }),
    );
    for (let ended = 0; ended < 10; ended += 1) {
      await new Promise(setImmediate);
      open.shift()?.();
    }
    expect(await Promise.all(calls)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(4);
  });

  it("gives a batch all its slots at once, in its turn, and lets nobody overtake it", async () => {
    const lane = openMailboxLane();
    const open: (() => void)[] = [];
    const started: string[] = [];
    const call = (name: string, slots?: number) =>
      lane.run(async () => {
        started.push(name);
        await new Promise<void>((resolve) => open.push(resolve));
      }, slots);
    const calls = [call("a"), call("b"), call("batch", 4), call("c")];
    await new Promise(setImmediate);
    expect(started).toEqual(["a", "b"]);
    open.shift()?.();
    await new Promise(setImmediate);
    expect(started).toEqual(["a", "b"]);
    open.shift()?.();
    await new Promise(setImmediate);
    expect(started).toEqual(["a", "b", "batch"]);
    open.shift()?.();
    await new Promise(setImmediate);
    expect(started).toEqual(["a", "b", "batch", "c"]);
    open.shift()?.();
    await Promise.all(calls);
  });

  it("goes on after a call that fails", async () => {
    const lane = openMailboxLane(1);
    await expect(
      lane.run(() => Promise.reject(new Error("no"))),
    ).rejects.toThrow("no");
    await expect(lane.run(() => Promise.resolve("yes"))).resolves.toBe("yes");
  });
});
