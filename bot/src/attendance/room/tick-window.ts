/** People come early; and lists are finished by who comes to it, in milliseconds. */
const before = 60 * 60_000;
const after = 90 * 24 * 60 * 60_000;

/**
 * Whether people can be ticked off in the room now: from an hour before the event until 90 days after it. Pure.
 */
export function tickWindow(
  event: { startsAt: Date; endsAt: Date },
  now: Date,
): "notYet" | "open" | "over" {
  if (now.getTime() < event.startsAt.getTime() - before) return "notYet";
  return now.getTime() > event.endsAt.getTime() + after ? "over" : "open";
}
