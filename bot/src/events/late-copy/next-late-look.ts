/**
 * How long after a cancellation its event is looked for in Outlook, in minutes, when a create of it was never answered.
 * Microsoft names no time after which such a request is dropped; a day is our guess with room to spare.
 */
const lookMinutes = [1, 10, 60, 24 * 60];

/** When to look next; null: often enough. Pure. @param from when the cancellation was out */
export function nextLateLook(from: Date, now: Date): Date | null {
  return (
    lookMinutes
      .map((minutes) => new Date(from.getTime() + minutes * 60_000))
      .find((at) => at > now) ?? null
  );
}
