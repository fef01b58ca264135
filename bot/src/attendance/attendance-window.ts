/** A session that ends or begins this near to the event is one of its sessions, in milliseconds. */
const beforeMs = 12 * 3_600_000;
const afterMs = 24 * 3_600_000;

interface Times {
  starts_at: Date;
  ends_at: Date;
}

/** No session of the event has ended before `first`, nor begins after `last`. Pure. */
export function firstAndLastOf(event: Times): { first: Date; last: Date } {
  return {
    first: new Date(event.starts_at.getTime() - beforeMs),
    last: new Date(event.ends_at.getTime() + afterMs),
  };
}

/**
 * Whether a session of the Teams meeting belongs to the event. The link works for good: a rehearsal of days before, a
 * chat of the week after, and a meeting that was held before its event was moved do not tell who came to it. Pure.
 */
export function isOfEvent(
  session: { startedAt: Date; endedAt: Date },
  event: Times,
): boolean {
  const { first, last } = firstAndLastOf(event);
  return session.endedAt >= first && session.startedAt <= last;
}
