import type { AttendeeRow } from "../../db/tables/attendees.ts";
import type { EventRow, WaveRow } from "../../db/tables/events.ts";
import { isPublished } from "../wave-state.ts";
import { expectSending, type SendingDeps } from "./expect-sending.ts";

/**
 * When the last mail of what an event still has to send goes out, if nothing comes in between. Null: nothing is left,
 * it goes out within a minute, or nobody knows.
 */
export async function expectEnd(
  deps: SendingDeps,
  given: {
    event: EventRow;
    waves: readonly WaveRow[];
    /** Who is wanted. */
    attendees: readonly AttendeeRow[];
  },
): Promise<Date | null> {
  const { event } = given;
  const waiting = given.waves.filter(
    (wave) => !isPublished({ ...event, ...wave }),
  );
  if (waiting.length === 0 || event.paused_at !== null) return null;
  const messages = waiting
    .map((wave) => {
      const people = given.attendees.filter((row) => row.wave === wave.number);
      const fresh = people.filter(({ invited_at }) => invited_at === null);
      // Everybody has the invitation: what they are told is something else.
      return fresh.length > 0 ? fresh.length : people.length;
    })
    .filter((recipients) => recipients > 0);
  const expected = await expectSending(deps, { event, messages });
  const last = expected?.times.at(-1);
  return last ? toMinute(last, deps.clock.now()) : null;
}

/** To the next full minute, so that what people watch does not change with every look. */
function toMinute(at: Date, now: Date): Date | null {
  const waitMs = at.getTime() - now.getTime();
  if (waitMs < minuteMs) return null;
  return new Date(Math.ceil(at.getTime() / minuteMs) * minuteMs);
}

const minuteMs = 60_000;
