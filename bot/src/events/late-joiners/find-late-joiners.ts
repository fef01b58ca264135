import { sql, type RawBuilder } from "kysely";
import { readAudienceSettings } from "../../audience/audience-settings.ts";
import { findOutside } from "../../audience/find-outside.ts";
import type { Invitee } from "../../audience/resolve-audience.ts";
import type { Db } from "../../db/database.ts";

/** Coming events that invite a group and whoever joins it later, with somebody of it who is not on them. */
export async function findEventsToJoin(
  db: Db,
  given: { groupId: string; organizerAddress: string; now: Date },
): Promise<string[]> {
  const { groupId } = given;
  const { rows } = await sql<{ id: string }>`
    select event.id from scheduled_events event
    where ${invitesJoinersOf(groupId, given.now)}
      and exists (
        select 1 from group_members join people on people.id = person_id
        where ${isToInvite({ ...given, eventId: sql`event.id` })}
      )
    order by event.starts_at, event.id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Whether it is (still) so of one event. */
export async function invitesJoiners(
  db: Db,
  given: { eventId: string; groupId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from scheduled_events event
    where event.id = ${given.eventId} and ${invitesJoinersOf(given.groupId, given.now)}
  `.execute(db);
  return rows.length > 0;
}

/**
 * Members of a group whom an event does not know at all, by name. Whoever has a row there, by whatever address, is
 * on it or was taken off by somebody: neither is for us to invite.
 */
export async function findLateJoiners(
  db: Db,
  given: {
    eventId: string;
    groupId: string;
    organizerAddress: string;
  },
): Promise<Invitee[]> {
  const { rows } = await sql<{
    object_id: string;
    display_name: string;
    address: string;
  }>`
    select people.object_id, people.display_name, people.address
    from group_members join people on people.id = person_id
    where ${isToInvite({ ...given, eventId: sql`${given.eventId}::uuid` })}
    order by people.display_name, people.address
  `.execute(db);
  const joiners = rows.map((row) => ({
    address: row.address,
    displayName: row.display_name,
    objectId: row.object_id,
    listSize: null,
    inGroup: true,
    aliases: [],
  }));
  return withoutRefused(db, given, joiners);
}

/** Whom the organization does not let be invited is left out: there is no lead at hand to be told so. */
async function withoutRefused(
  db: Db,
  deps: { organizerAddress: string },
  joiners: Invitee[],
): Promise<Invitee[]> {
  const { externalPolicy } = await readAudienceSettings(db, deps);
  if (externalPolicy !== "refuse") return joiners;
  const { external } = await findOutside(db, deps, joiners);
  const refused = new Set(external.map(({ address }) => address));
  return joiners.filter(({ address }) => !refused.has(address));
}

function invitesJoinersOf(groupId: string, now: Date) {
  return sql<boolean>`(
    event.late_joiners and not event.cancelled and event.starts_at > ${now}
    and (
      (event.audience_group and event.group_id = ${groupId}) or exists (
        select 1 from event_groups
        where event_groups.event_id = event.id and event_groups.group_id = ${groupId} and invites
      )
    )
  )`;
}

function isToInvite(given: {
  eventId: RawBuilder<unknown>;
  groupId: string;
  organizerAddress: string;
}) {
  // One question each: of all at once, PostgreSQL compares everybody with everybody.
  const isOnEvent = (match: RawBuilder<unknown>) =>
    sql`exists (
      select 1 from attendees where attendees.event_id = ${given.eventId} and ${match}
    )`;
  return sql<boolean>`(
    group_members.group_id = ${given.groupId} and group_members.in_roster
    and people.address is not null and people.address <> ${given.organizerAddress}
    and not ${isOnEvent(sql`attendees.object_id = people.object_id`)}
    and not ${isOnEvent(sql`attendees.address = people.address`)}
    and not ${isOnEvent(sql`attendees.address = people.user_principal_name`)}
  )`;
}
