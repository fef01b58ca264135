import { sql, type Updateable } from "kysely";
import { notifyEventChanged, type Db } from "../db/database.ts";
import type { Tables } from "../db/schema.ts";
import type { EventMeetingRow } from "../db/tables/cards-and-meetings.ts";
import type { EventRow } from "../db/tables/events.ts";
import { hostGroupIds, isConfidentialEvent } from "../events/event-groups.ts";
import type { Lead } from "./wanted-meeting.ts";

/** An event whose Teams meeting can be set up, with what that depends on. */
export interface MeetingEvent extends Pick<
  EventRow,
  "id" | "group_id" | "account_id"
> {
  join_url: string;
  /** Every group that hosts it. */
  group_ids: string[];
  /** Whether one of them is. */
  confidential: boolean;
}

/** Events that are still to take place and have a Teams meeting that is ready. */
export function eventsWithMeeting(db: Db, now: Date) {
  return db
    .selectFrom("scheduled_events as event")
    .where("event.cancelled", "=", false)
    .where("event.ends_at", ">", now)
    .where("event.meeting_state", "=", "ready")
    .where("event.join_url", "is not", null)
    .select([
      "event.id",
      "event.group_id",
      "event.account_id",
      "event.join_url",
    ])
    .select([
      hostGroupIds.as("group_ids"),
      isConfidentialEvent.as("confidential"),
    ])
    .$narrowType<{ join_url: string }>();
}

/** Who leads one of these groups, each once: an owner of one is an owner. */
export function leadsOf(
  groupIds: readonly string[],
  byGroup: ReadonlyMap<string, readonly Lead[]>,
): Lead[] {
  const leads = new Map<string, Lead>();
  for (const lead of groupIds.flatMap((id) => byGroup.get(id) ?? [])) {
    const known = leads.get(lead.objectId);
    if (known?.role !== "owner") leads.set(lead.objectId, lead);
  }
  return [...leads.values()];
}

/** The leads of groups by group id: owners and contributors who are in its team. */
export async function readLeads(
  db: Db,
  groupIds: readonly string[],
): Promise<Map<string, Lead[]>> {
  const rows = await db
    .selectFrom("group_members")
    .innerJoin("people", "people.id", "group_members.person_id")
    .where(sql<boolean>`group_id = any(${groupIds}::uuid[])`)
    .where("in_roster", "=", true)
    .where("role", "!=", "member")
    .select([
      "group_id",
      "role",
      "people.object_id",
      "people.display_name",
      "people.user_principal_name",
    ])
    .execute();
  const byGroup = new Map<string, Lead[]>();
  for (const row of rows) {
    if (row.role === "member") continue;
    const leads = byGroup.get(row.group_id) ?? [];
    byGroup.set(row.group_id, leads);
    leads.push({
      objectId: row.object_id,
      displayName: row.display_name,
      userPrincipalName: row.user_principal_name,
      role: row.role,
    });
  }
  return byGroup;
}

export async function findMeeting(
  db: Db,
  eventId: string,
): Promise<EventMeetingRow | null> {
  return (
    (await db
      .selectFrom("event_meetings")
      .where("event_id", "=", eventId)
      .selectAll()
      .executeTakeFirst()) ?? null
  );
}

/** The row of an event's meeting; begun anew where the event has another meeting by now. */
export async function openMeeting(
  db: Db,
  event: Pick<MeetingEvent, "id" | "join_url">,
): Promise<EventMeetingRow> {
  await db
    .insertInto("event_meetings")
    .values({ event_id: event.id, join_url: event.join_url })
    .onConflict((conflict) =>
      conflict
        .column("event_id")
        .doUpdateSet({ join_url: event.join_url, ...notSetUp })
        .where("event_meetings.join_url", "!=", event.join_url),
    )
    .execute();
  return db
    .selectFrom("event_meetings")
    .where("event_id", "=", event.id)
    .selectAll()
    .executeTakeFirstOrThrow();
}

/** Nothing is known of the meeting. */
const notSetUp = {
  online_meeting_id: null,
  coorganizers: null,
  given_to: [],
  lobby: null,
  chat: null,
  problem: null,
  next_try_at: null,
};

/** Changes the row of one meeting, not of one that took its place; who watches the event is told. */
export async function changeMeeting(
  db: Db,
  of: Pick<EventMeetingRow, "event_id" | "join_url">,
  changes: Updateable<Tables["event_meetings"]>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("event_meetings")
      .set(changes)
      .where("event_id", "=", of.event_id)
      .where("join_url", "=", of.join_url)
      .execute();
    await notifyEventChanged(trx, of.event_id);
  });
}

/** Which of these people the event invites, by object id. */
export async function whoIsInvited(
  db: Db,
  eventId: string,
  objectIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ object_id: string }>`
    select people.object_id from people
    where people.object_id = any(${objectIds}::text[]) and exists (
      select 1 from attendees
      where attendees.event_id = ${eventId} and attendees.wanted
        and (attendees.object_id = people.object_id
          or attendees.address in (people.address, people.user_principal_name))
    )
  `.execute(db);
  return new Set(rows.map(({ object_id }) => object_id));
}
