import type { World } from "../../test/harness/world.ts";

/** What the backend holds, in units of 10⁶ bytes. */
export interface Memory {
  /** Of the heap, after everything that can go is gone. */
  heap: number;
  resident: number;
}

/** Looks into a backend that was started with `--inspect`, after a full collection. */
export async function readMemory(world: World): Promise<Memory> {
  const url = /Debugger listening on (ws:\S+)/.exec(world.product().log())?.[1];
  if (!url) throw new Error("The backend was not started with --inspect.");
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  try {
    await ask(socket, 1, "HeapProfiler.enable");
    await ask(socket, 2, "HeapProfiler.collectGarbage");
    const answer = await ask<{ result: { value: string } }>(
      socket,
      3,
      "Runtime.evaluate",
      { expression: "JSON.stringify(process.memoryUsage())" },
    );
    const usage = JSON.parse(answer.result.value) as NodeJS.MemoryUsage;
    return { heap: usage.heapUsed / 1e6, resident: usage.rss / 1e6 };
  } finally {
    socket.close();
  }
}

/** One call of the inspector's protocol. */
function ask<Result>(
  socket: WebSocket,
  id: number,
  method: string,
  params: object = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent) => {
      const told = JSON.parse(String(data)) as { id?: number; result: Result };
      if (told.id !== id) return;
      socket.removeEventListener("message", hear);
      resolve(told.result);
    };
    socket.addEventListener("message", hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
