import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Simulation } from "../simulation.ts";

const aliveEveryMs = 20_000;

/** Server-sent events that say what to read again. */
export function changesRoute(simulation: Simulation): Hono {
  const routes = new Hono();
  routes.get("/changes", (c) =>
    streamSSE(c, async (stream) => {
      const stop = simulation.changes.listen((topics) => {
        void stream.writeSSE({
          event: "changed",
          data: JSON.stringify({ topics }),
        });
      });
      const alive = () => void stream.writeSSE({ event: "alive", data: "{}" });
      // Sent at once, so that the page knows that it listens.
      alive();
      const timer = setInterval(alive, aliveEveryMs).unref();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      clearInterval(timer);
      stop();
    }),
  );
  return routes;
}
