import { gather } from "./gather.ts";

/** A run that notes what it was given and goes on only when it is told to. */
function heldRun() {
  const runs: { items: number[]; finish: () => void }[] = [];
  return {
    runs,
    items: () => runs.map(({ items }) => items),
    run: (items: number[]) =>
      new Promise<string[]>((resolve) => {
        runs.push({
          items,
          finish: () => resolve(items.map((item) => `result ${item}`)),
        });
      }),
  };
}

const untilRuns = async (runs: unknown[], count: number) => {
  while (runs.length < count)
    await new Promise((resolve) => setTimeout(resolve, 1));
};

describe("gather", () => {
  it("runs once for the calls of one moment, and gives each its own result", async () => {
    const runs: number[][] = [];
    const ask = gather((items: number[]) => {
      runs.push(items);
      return Promise.resolve(items.map((item) => item * 10));
    });
    expect(await Promise.all([ask(3), ask(1), ask(2)])).toEqual([30, 10, 20]);
    expect(runs).toEqual([[3, 1, 2]]);
  });

  it("lets calls that come while one runs share the next run, never the one that began before them", async () => {
    const { run, runs, items } = heldRun();
    const ask = gather(run);
    const first = ask(1);
    await untilRuns(runs, 1);
    const others = [ask(2), ask(3)];
    expect(items()).toEqual([[1]]);
    runs[0]?.finish();
    expect(await first).toBe("result 1");
    await untilRuns(runs, 2);
    expect(items()).toEqual([[1], [2, 3]]);
    runs[1]?.finish();
    expect(await Promise.all(others)).toEqual(["result 2", "result 3"]);
  });

  it("takes no more into one run than it may", async () => {
    const runs: number[] = [];
    const ask = gather((items: number[]) => {
      runs.push(items.length);
      return Promise.resolve(items);
    }, 100);
    const numbers = Array.from({ length: 250 }, (_, index) => index);
    expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
    expect(runs).toEqual([100, 100, 50]);
  });

  it("lets an item that fails take nobody else down", async () => {
    const ask = gather((items: number[]) =>
      items.includes(13)
        ? Promise.reject(new Error(`no run with ${items.join()}`))
        : Promise.resolve(items.map((item) => item * 10)),
    );
    expect(
      await Promise.allSettled([ask(1), ask(13), ask(2), ask(3)]),
    ).toMatchObject([
      { value: 10 },
      // Its own reason, not that of the run with the others.
      { status: "rejected", reason: { message: "no run with 13" } },
      { value: 20 },
      { value: 30 },
    ]);
  });

  it("goes on after a failure, and after a rest", async () => {
    let isDown = true;
    const ask = gather((items: number[]) =>
      isDown ? Promise.reject(new Error("down")) : Promise.resolve(items),
    );
    await expect(ask(1)).rejects.toThrow("down");
    isDown = false;
    expect(await ask(2)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await Promise.all([ask(3), ask(4)])).toEqual([3, 4]);
  });
});
