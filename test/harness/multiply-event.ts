import type { TestDatabase } from "./database.ts";
import pg from "pg";

/**
 * Puts copies of an event that is out into the database, as if each had been scheduled and sent: a day apart from one
 * another, `Copy 1` soonest, with the same people and their answers. Outlook knows nothing of them.
 */
export async function multiplyEvent(
  { connectionString }: Pick<TestDatabase, "connectionString">,
  eventId: string,
  copies: number,
): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    await client.query(multiply, [eventId, copies]);
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** By way of JSON, so that columns of which this knows nothing are copied too. */
const multiply = `
with copies as materialized (
  select n, gen_random_uuid() as id from generate_series(1, $2::int) n
), events as (
  insert into scheduled_events
  select made.* from copies, scheduled_events event, jsonb_populate_record(event, jsonb_build_object(
    'id', copies.id,
    'title', 'Copy ' || n,
    'starts_at', event.starts_at + n * interval '1 day',
    'ends_at', event.ends_at + n * interval '1 day'
  )) made
  where event.id = $1
  returning id
), waves_made as (
  insert into waves
  select made.* from copies, waves wave, jsonb_populate_record(wave, jsonb_build_object(
    'event_id', copies.id, 'transaction_id', gen_random_uuid(), 'graph_event_id', null
  )) made
  where wave.event_id = $1
  returning event_id
)
insert into attendees
select made.* from copies, attendees attendee, jsonb_populate_record(attendee, jsonb_build_object(
  'event_id', copies.id, 'id', gen_random_uuid()
)) made
where attendee.event_id = $1 and (select count(*) from events) > 0 and (select count(*) from waves_made) > 0`;
