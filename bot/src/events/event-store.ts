import { sql } from "kysely";
import type { Actor } from "../access/actor.ts";
import type { EventFacts } from "../access/policy.ts";
import type { Db, Trx } from "../db/database.ts";
import type { AttendeeRow, EventRow, GroupRow } from "../db/schema.ts";

/** An event with its group and, where the actor is invited, the actor's own row. */
export interface LoadedEvent {
  event: EventRow;
  group: Pick<GroupRow, "id" | "name" | "confidential" | "installed">;
  own: AttendeeRow | null;
}

export async function loadEvent(
  db: Db,
  actor: Actor,
  eventId: string,
): Promise<LoadedEvent | null> {
  const event = await db
    .selectFrom("scheduled_events")
    .where("id", "=", eventId)
    .selectAll()
    .executeTakeFirst();
  if (!event) return null;
  const group = await db
    .selectFrom("groups")
    .where("id", "=", event.group_id)
    .select(["id", "name", "confidential", "installed"])
    .executeTakeFirstOrThrow();
  const own = await db
    .selectFrom("attendees")
    .where("event_id", "=", eventId)
    .where("wanted", "=", true)
    .where(isActor(actor))
    .selectAll()
    .orderBy(sql`object_id nulls last`)
    .executeTakeFirst();
  return { event, group, own: own ?? null };
}

/** Matches the attendee rows of one person: by object id, or by address while a row has none. */
export function isActor(actor: Actor) {
  return sql<boolean>`(attendees.object_id = ${actor.objectId} or (attendees.object_id is null and attendees.address = any(${actor.addresses})))`;
}

/** What the policy asks about an event. */
export function factsOf(loaded: LoadedEvent, now: Date): EventFacts {
  return {
    group: loaded.group,
    cancelled: loaded.event.cancelled,
    hasEnded: loaded.event.ends_at <= now,
    isAttendee: loaded.own !== null,
    open: loaded.event.open,
  };
}

/** Locks an event against every other writer until the transaction ends. */
export async function lockEvent(
  trx: Trx,
  eventId: string,
): Promise<EventRow | null> {
  return (
    (await trx
      .selectFrom("scheduled_events")
      .where("id", "=", eventId)
      .selectAll()
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
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
