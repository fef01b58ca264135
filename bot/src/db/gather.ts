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
  most = 100,
): (item: Item) => Promise<Result> {
  interface Call {
    item: Item;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  const waiting: Call[] = [];
  let isRunning = false;

  async function work(): Promise<void> {
    isRunning = true;
    // What arrives in the same moment goes together from the start.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await runCalls(waiting.splice(0, most));
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
