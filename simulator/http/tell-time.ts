import { createMiddleware } from "hono/factory";
import type { Clock } from "../clock.ts";
import type { ServiceEnvironment } from "./service-environment.ts";

/** Replies carry Microsoft's time, by which a client can tell that its own clock is wrong. */
export function tellTime(clock: Clock) {
  return createMiddleware<ServiceEnvironment>(async (c, next) => {
    await next();
    if (!c.env.isBatchPart) c.header("Date", clock.now().toUTCString());
  });
}
