import { sql } from "kysely";
import type { Actor } from "../access/actor.ts";
import type { EventFacts } from "../access/policy.ts";
import type { Db, Trx } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow, WaveRow } from "../db/tables/events.ts";
import { coHostsOf, type HostGroup } from "./event-groups.ts";

/** An event with its groups and, where the actor is invited, the actor's own row. */
export interface LoadedEvent {
  event: EventRow;
  group: HostGroup;
  /** Those that host it together with its group, by name. */
  coHosts: HostGroup[];
  own: AttendeeRow | null;
}

/** Loads events as several actors see them, one result for each; null: there is no such event. */
export async function loadEvents(
  db: Db,
  wanted: readonly { actor: Actor; eventId: string }[],
): Promise<(LoadedEvent | null)[]> {
  const eventIds = wanted.map(({ eventId }) => eventId);
  // A transaction has one connection, which takes one query at a time.
  const [events, owns] = db.isTransaction
    ? [await findEvents(db, eventIds), await findOwnRows(db, wanted)]
    : await Promise.all([findEvents(db, eventIds), findOwnRows(db, wanted)]);
  return wanted.map(({ eventId }, n) => {
    const found = events.get(eventId);
    return found ? { ...found, own: owns.get(n) ?? null } : null;
  });
}

async function findEvents(
  db: Db,
  eventIds: readonly string[],
): Promise<Map<string, Omit<LoadedEvent, "own">>> {
  const rows = await db
    .selectFrom("scheduled_events as event")
    .innerJoin("groups", "groups.id", "event.group_id")
    .where(sql<boolean>`event.id = any(${[...new Set(eventIds)]}::uuid[])`)
    .selectAll("event")
    .select([
      "groups.name as group_name",
      "groups.confidential as group_confidential",
      "groups.installed as group_installed",
    ])
    .select(coHostsOf("event.id").as("co_hosts"))
    .execute();
  return new Map(
    rows.map((row) => {
      const {
        group_name,
        group_confidential,
        group_installed,
        co_hosts,
        ...event
      } = row;
      const group = {
        id: event.group_id,
        name: group_name,
        confidential: group_confidential,
        installed: group_installed,
      };
      return [event.id, { event, group, coHosts: co_hosts }];
    }),
  );
}

/** The attendee rows of the actors themselves, by place in `wanted`. */
async function findOwnRows(
  db: Db,
  wanted: readonly { actor: Actor; eventId: string }[],
): Promise<Map<number, AttendeeRow>> {
  const asked = wanted.map(({ actor, eventId }, n) => ({
    n,
    event_id: eventId,
    object_id: actor.objectId,
    addresses: actor.addresses,
  }));
  const { rows } = await sql<AttendeeRow & { n: number }>`
    select asked.n, own.*
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as asked(n integer, event_id uuid, object_id text, addresses text[])
    cross join lateral (
      select * from attendees
      where attendees.event_id = asked.event_id and attendees.wanted
        and (
          attendees.object_id = asked.object_id
          or (attendees.object_id is null and attendees.address = any(asked.addresses))
        )
      order by attendees.object_id nulls last
      limit 1
    ) own
  `.execute(db);
  return new Map(rows.map(({ n, ...row }) => [n, row]));
}

/** Matches the attendee rows of one person: by object id, or by address while a row has none. */
export function isActor(actor: Actor) {
  return sql<boolean>`(attendees.object_id = ${actor.objectId} or (attendees.object_id is null and attendees.address = any(${actor.addresses})))`;
}

/** What the policy asks about an event. */
export function factsOf(loaded: LoadedEvent, now: Date): EventFacts {
  return {
    groups: [loaded.group, ...loaded.coHosts],
    cancelled: loaded.event.cancelled,
    hasEnded: loaded.event.ends_at <= now,
    isAttendee: loaded.own !== null,
    open: loaded.event.open,
    isHeld: loaded.event.held_until !== null,
  };
}

/** An event with its Outlook events, by number. */
export interface EventWithWaves extends EventRow {
  waves: WaveRow[];
}

/** Locks an event, and so its waves, against every other writer until the transaction ends. */
export async function lockEvent(
  trx: Trx,
  eventId: string,
): Promise<EventWithWaves | null> {
  const events = await lockEvents(trx, [eventId]);
  return events.get(eventId) ?? null;
}

/** The same for several, by id; in one order, so that two who lock many never wait for each other. */
export async function lockEvents(
  trx: Trx,
  eventIds: readonly string[],
): Promise<Map<string, EventWithWaves>> {
  const rows = await trx
    .selectFrom("scheduled_events")
    .where(sql<boolean>`id = any(${eventIds}::uuid[])`)
    .selectAll()
    .orderBy("id")
    .forUpdate()
    .execute();
  // A query of its own: one that waits for the lock reads other tables as they were before it waited.
  return withWaves(trx, rows);
}

/** Events with their waves, by id. */
export async function withWaves(
  db: Db,
  events: readonly EventRow[],
): Promise<Map<string, EventWithWaves>> {
  const found = new Map(
    events.map((event) => [event.id, { ...event, waves: [] as WaveRow[] }]),
  );
  const waves = await db
    .selectFrom("waves")
    .where(sql<boolean>`event_id = any(${[...found.keys()]}::uuid[])`)
    .selectAll()
    .orderBy("number")
    .execute();
  for (const wave of waves) found.get(wave.event_id)?.waves.push(wave);
  return found;
}

export async function listAttendees(
  db: Db,
  eventId: string,
): Promise<AttendeeRow[]> {
  return db
    .selectFrom("attendees")
    .where("event_id", "=", eventId)
    .selectAll()
    .orderBy("display_name")
    .orderBy("address")
    .execute();
}
