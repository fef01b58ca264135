import { createMiddleware } from "hono/factory";
import type { Simulation } from "../simulation.ts";
import type { GraphEnvironment } from "./graph-context.ts";
import { GraphError } from "./graph-error.ts";

interface Load {
  inFlight: number;
  /** When the requests of the last ten minutes came, in milliseconds. */
  times: number[];
}

const windowMs = 10 * 60 * 1000;

/**
 * Graph: service-specific throttling limits, Outlook: so many requests at one time and in ten
 * minutes, for each app and mailbox. The parts of a batch count one by one.
 */
export function throttleMailbox(simulation: Simulation) {
  const loads = new Map<string, Load>();
  return createMiddleware<GraphEnvironment>(async (c, next) => {
    const caller = c.get("caller");
    // Online meetings are Teams', not the mailbox's.
    const isMailbox = !c.req.path.includes("/me/onlineMeetings");
    if (caller.kind !== "delegated" || !isMailbox) return next();
    const load = loadOf(loads, `${caller.appId}/${caller.person.id}`);
    const nowMs = simulation.clock.now().getTime();
    load.times = load.times.filter((time) => time > nowMs - windowMs);
    const limits = simulation.settings.current();
    if (load.inFlight >= limits.mailboxConcurrency) {
      throw throttled("MailboxConcurrency", 1);
    }
    if (load.times.length >= limits.requestsPer10Minutes) {
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

function loadOf(loads: Map<string, Load>, key: string): Load {
  const found = loads.get(key);
  if (found) return found;
  const made: Load = { inFlight: 0, times: [] };
  loads.set(key, made);
  return made;
}

function throttled(limit: string, retryAfterSeconds: number): GraphError {
  return new GraphError({
    status: 429,
    code: "ApplicationThrottled",
    message: `Application is over its ${limit} limit.`,
    headers: { "Retry-After": String(retryAfterSeconds) },
  });
}
