import { createMiddleware } from "hono/factory";
import type { Simulation } from "../simulation.ts";
import type { GraphEnvironment } from "./graph-context.ts";
import { GraphError } from "./graph-error.ts";

const windowMs = 10 * 60 * 1000;

/**
 * Graph: service-specific throttling limits, Outlook: so many requests at one time and in ten
 * minutes, for each app and mailbox. The parts of a batch count one by one.
 */
export function throttleMailbox(simulation: Simulation) {
  return createMiddleware<GraphEnvironment>(async (c, next) => {
    const caller = c.get("caller");
    // Online meetings are Teams', not the mailbox's.
    const isMailbox = !c.req.path.includes("/me/onlineMeetings");
    if (caller.kind !== "delegated" || !isMailbox) return next();
    const load = simulation.mailboxLoads.of(caller.appId, caller.person.id);
    const nowMs = simulation.clock.now().getTime();
    load.times = load.times.filter((time) => time > nowMs - windowMs);
    const limits = simulation.settings.current();
    load.mostInFlight = Math.max(load.mostInFlight, load.inFlight + 1);
    if (load.inFlight >= limits.mailboxConcurrency) {
      load.refused += 1;
      throw throttled("MailboxConcurrency", 1);
    }
    if (load.times.length >= limits.requestsPer10Minutes) {
      load.refused += 1;
      const untilMs = (load.times[0] ?? nowMs) + windowMs - nowMs;
      throw throttled("RequestRate", Math.ceil(untilMs / 1000));
    }
    load.times.push(nowMs);
    load.inFlight += 1;
    try {
      await next();
    } finally {
      load.inFlight -= 1;
    }
    return undefined;
  });
}

function throttled(limit: string, retryAfterSeconds: number): GraphError {
  return new GraphError({
    status: 429,
    code: "ApplicationThrottled",
    message: `Application is over its ${limit} limit.`,
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
}
