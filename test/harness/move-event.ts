import pg from "pg";
import type { World } from "./world.ts";

/**
 * Has an event be at another time, as only time itself does: minutes from now, negative for the past. Outlook, Teams and
 * what leads read as the event's wall-clock time are not told.
 */
export async function moveEvent(
  world: World,
  eventId: string,
  minutes: { start: number; end: number },
): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `update scheduled_events set starts_at = now() + make_interval(mins => $2), ends_at = now() + make_interval(mins => $3)
       where id = $1`,
      [eventId, minutes.start, minutes.end],
    );
    if (rowCount !== 1) throw new Error(`There is no event ${eventId}.`);
  } finally {
    await client.end();
  }
}

/** It began an hour and a half ago, and ended half an hour ago. */
export function endEvent(world: World, eventId: string): Promise<void> {
  return moveEvent(world, eventId, { start: -90, end: -30 });
}
