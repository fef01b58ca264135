/** The meeting is open to whoever comes a little early, in milliseconds. */
const earlyMs = 15 * 60_000;

/** Whether it is time to join: from a quarter of an hour before the event until its end. Pure. */
export function isTimeToJoin(
  event: { startsAt: string; endsAt: string },
  now: Date,
): boolean {
  return (
    now.getTime() >= Date.parse(event.startsAt) - earlyMs &&
    now.getTime() < Date.parse(event.endsAt)
  );
}
