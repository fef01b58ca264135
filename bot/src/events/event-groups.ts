import { sql, type RawBuilder } from "kysely";
import type { GroupFacts } from "../access/policy.ts";
import type { Db, Trx } from "../db/database.ts";

/** A group that hosts an event. */
export interface HostGroup extends GroupFacts {
  name: string;
}

/**
 * The groups that host an event together with its own, by name, as JSON.
 * @param eventId the column that has the event's id
 */
export function coHostsOf(eventId: "event.id") {
  return sql<HostGroup[]>`(
    select coalesce(json_agg(json_build_object(
      'id', id, 'name', name, 'confidential', confidential, 'installed', installed
    ) order by name, id), '[]'::json)
    from event_groups join groups on groups.id = event_groups.group_id
    where event_groups.event_id = ${sql.ref(eventId)}
  )`;
}

/** Whether one of these groups hosts the event, alone or with others. The event is called `event` in the query. */
export function hostedByOne(groupIds: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`(
    event.group_id = any(${groupIds}::uuid[]) or exists (
      select 1 from event_groups
      where event_groups.event_id = event.id and event_groups.group_id = any(${groupIds}::uuid[])
    )
  )`;
}

/** The names of an event's groups, its own first. */
export function hostNames(event: {
  group: HostGroup;
  coHosts: readonly HostGroup[];
}): string[] {
  return [event.group, ...event.coHosts].map(({ name }) => name);
}

/** Whether the group of one column hosts the event of others. */
export function hostsEvent(
  groupId: string,
  eventId: string,
  ownGroupId: string,
): RawBuilder<boolean> {
  const group = sql.ref(groupId);
  return sql<boolean>`(
    ${group} = ${sql.ref(ownGroupId)} or exists (
      select 1 from event_groups
      where event_groups.event_id = ${sql.ref(eventId)} and event_groups.group_id = ${group}
    )
  )`;
}

/** The groups that host an event: its own, then the others by name. */
export async function readHostGroups(
  db: Db,
  eventId: string,
): Promise<HostGroup[]> {
  const { rows } = await sql<HostGroup>`
    select groups.id, name, confidential, installed
    from scheduled_events event
    join groups on groups.id = event.group_id or exists (
      select 1 from event_groups
      where event_groups.event_id = event.id and event_groups.group_id = groups.id
    )
    where event.id = ${eventId}
    order by groups.id <> event.group_id, name, groups.id
  `.execute(db);
  return rows;
}

/** Ids of every group that hosts an event, which is called `event` in the query. */
export const hostGroupIds = sql<string[]>`array(
  select event.group_id
  union all select group_id from event_groups where event_groups.event_id = event.id
)`;

/** Whether one of them is confidential. */
export const isConfidentialEvent = sql<boolean>`exists (
  select 1 from groups where groups.confidential and groups.id = any(${hostGroupIds})
)`;

/** Ids of the groups that host an event together with its own, and whose members it invites. */
export function readCoHostIds(db: Db, eventId: string): Promise<string[]> {
  return readHostIds(db, { eventId, invites: true });
}

/** Ids of those that still host it, since inviting was stopped. */
export function readSilentHostIds(db: Db, eventId: string): Promise<string[]> {
  return readHostIds(db, { eventId, invites: false });
}

async function readHostIds(
  db: Db,
  given: { eventId: string; invites: boolean },
): Promise<string[]> {
  const rows = await db
    .selectFrom("event_groups")
    .where("event_id", "=", given.eventId)
    .where("invites", "=", given.invites)
    .select("group_id")
    .orderBy("group_id")
    .execute();
  return rows.map(({ group_id }) => group_id);
}

/**
 * Makes these the groups that host an event together with its own, and whose members it invites; in the caller's
 * transaction, with it locked.
 * @returns whether they were others
 */
export async function storeCoHosts(
  trx: Trx,
  eventId: string,
  groupIds: readonly string[],
): Promise<boolean> {
  const removed = await trx
    .deleteFrom("event_groups")
    .where("event_id", "=", eventId)
    .where("invites", "=", true)
    .where(sql<boolean>`group_id <> all(${groupIds}::uuid[])`)
    .returning("group_id")
    .execute();
  if (groupIds.length === 0) return removed.length > 0;
  const added = await trx
    .insertInto("event_groups")
    .values(
      groupIds.map((groupId) => ({ event_id: eventId, group_id: groupId })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["event_id", "group_id"])
        .doUpdateSet({ invites: true })
        .where("event_groups.invites", "=", false),
    )
    .returning("group_id")
    .execute();
  return removed.length + added.length > 0;
}
