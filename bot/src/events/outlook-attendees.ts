import { sql } from "kysely";
import type { Db, Trx } from "../db/database.ts";
import type { WaveRef } from "./wave-store.ts";

/** Whether the people on the organizer's copy are others than those of whom we know that they are there. */
export async function attendeesDiffer(
  db: Db,
  { eventId, wave }: WaveRef,
  addresses: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from attendees
    where event_id = ${eventId} and wave = ${wave} and (
      (outlook_state = 'listed' and wanted and address <> all(${addresses}::text[]))
      or (
        address = any(${addresses}::text[])
        and ((wanted and outlook_state <> 'listed') or (not wanted and invited_at is null))
      )
    )
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/**
 * Follows the organizer's copy in who is on it. The event is locked by the caller, and nothing of ours is on its
 * way.
 *
 * - who was there and is not any more was taken off by hand: a lead decides, unless it was Outlook that had
 *   added them. Who was never there by this address proves nothing: Outlook may know them by another one
 * - who is there again although they were left out or taken off was added by hand
 *
 * @returns true when people see something of it
 */
export async function followAttendees(
  trx: Trx,
  given: { of: WaveRef; addresses: readonly string[]; now: Date },
): Promise<boolean> {
  const {
    of: { eventId, wave },
    addresses,
    now,
  } = given;
  const gone = await sql`
    update attendees set
      outlook_state = case when source = 'outlook' then 'unseen' else 'removed' end,
      wanted = source <> 'outlook',
      invited_at = case when source = 'outlook' then null else invited_at end
    where event_id = ${eventId} and wave = ${wave} and outlook_state = 'listed' and wanted
      and address <> all(${addresses}::text[])
    returning id
  `.execute(trx);
  const added = await sql`
    update attendees set
      outlook_state = 'listed', source = 'outlook', wanted = true, invited_at = ${now},
      answer = 'none', answered_at = null, answered_in = null
    where event_id = ${eventId} and wave = ${wave} and not wanted and invited_at is null
      and address = any(${addresses}::text[])
    returning id
  `.execute(trx);
  const back = await sql<{ was: string }>`
    update attendees set outlook_state = 'listed'
    from attendees before
    where before.id = attendees.id and attendees.event_id = ${eventId} and attendees.wave = ${wave}
      and attendees.wanted
      and attendees.outlook_state <> 'listed' and attendees.address = any(${addresses}::text[])
    returning before.outlook_state as was
  `.execute(trx);
  return (
    gone.rows.length + added.rows.length > 0 ||
    back.rows.some(({ was }) => was === "removed")
  );
}
