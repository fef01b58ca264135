/** A session that begins or ends this near to the event is one of its sessions, in milliseconds. */
const beforeMs = 12 * 3_600_000;
const afterMs = 24 * 3_600_000;

/**
 * Whether a session of the Teams meeting belongs to the event. The link works for good: a rehearsal of days before, a
 * chat of the week after, and a meeting that was held before its event was moved do not tell who came to it. Pure.
 */
export function isOfEvent(
  session: { startedAt: Date; endedAt: Date },
  event: { starts_at: Date; ends_at: Date },
): boolean {
  return (
    session.endedAt.getTime() >= event.starts_at.getTime() - beforeMs &&
    session.startedAt.getTime() <= event.ends_at.getTime() + afterMs
  );
}
