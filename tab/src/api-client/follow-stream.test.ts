import type { Api } from "./api.ts";
import { ApiError } from "./api-error.ts";
import { followStream } from "./follow-stream.ts";
import { retryAfterMs } from "./retry-after.ts";

function apiOpening(open: () => Response): Pick<Api, "open"> {
  return {
    open: () => Promise.resolve().then(open),
  };
}

describe("following a stream", () => {
  it("hands on the data of the named events until it is ended", async () => {
    const ending = new AbortController();
    const seen: string[] = [];
    await followStream({
      api: apiOpening(
        () =>
          new Response(
            "event: live\ndata: 1\n\ndata: x\n\nevent: changed\ndata: \n\n",
          ),
      ),
      path: "/stream",
      on: {
        live: (data) => seen.push(data),
        changed: (data) => {
          seen.push(`changed ${data}`);
          ending.abort();
        },
      },
      onConnected: () => undefined,
      signal: ending.signal,
    });
    expect(seen).toEqual(["1", "changed "]);
  });

  it("gives up when the event is not there", async () => {
    let opened = 0;
    await followStream({
      api: apiOpening(() => {
        opened += 1;
        throw new ApiError({ status: 404, code: "notFound", message: "No." });
      }),
      path: "/stream",
      on: {},
      onConnected: () => undefined,
      signal: new AbortController().signal,
    });
    expect(opened).toBe(1);
  });

  it("waits longer after each failure, half a minute at most", () => {
    expect([0, 1, 2, 9].map((n) => retryAfterMs(n, 0))).toEqual([
      1000, 2000, 4000, 30_000,
    ]);
    expect(retryAfterMs(0, 1)).toBe(500);
  });
});
