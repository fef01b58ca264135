import { setImmediate, setTimeout as sleep } from "node:timers/promises";

/** How long a busy gathering waits for more, in milliseconds: many then share what a few would. */
const busyWaitMs = 4;

/**
 * Lets calls that come while one runs share the next: what each would ask the database alone, they ask
 * together. Every call starts after it was made, so it never sees older data than it would have alone.
 *
 * @param run answers one result for each item, in order; items of a failed run are tried one by one, so
 *   that a bad one takes nobody else down
 * @param most of one run
 */
export function gather<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  most = 250,
): (item: Item) => Promise<Result> {
  interface Call {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  const waiting: Call[] = [];
  let isRunning = false;
  let isBusy = false;

  async function work(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      // What arrives in the same moment goes together; who is alone does not wait.
      await (isBusy ? sleep(busyWaitMs) : setImmediate());
      const calls = waiting.splice(0, most);
      isBusy = calls.length > 1;
      await runCalls(calls);
    }
    isRunning = false;
  }

  async function runCalls(calls: Call[]): Promise<void> {
    try {
      const results = await run(calls.map(({ item }) => item));
      calls.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (calls.length > 1) for (const call of calls) await runCalls([call]);
      else calls[0]?.reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) void work();
    });
}
