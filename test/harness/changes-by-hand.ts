import pg from "pg";

/** Every change that the product takes for somebody's doing in Outlook, a line each; where nobody did anything, false alarms. */
export async function findChangesByHand(
  connectionString: string,
): Promise<string[]> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    const { rows } = await client.query<{ change: string }>(`
      select title || ': ' || outlook_change::text as change from waves join scheduled_events on id = event_id
      where outlook_change is not null
      union all
      select title || ': ' || address || ' ' || outlook_state
      from attendees join scheduled_events event on event.id = event_id
      where outlook_state in ('removed', 'leftOut')
    `);
    return rows.map(({ change }) => change);
  } finally {
    await client.end();
  }
}
