import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { NewEvent } from "../../contract/event-content.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { refuseOutside } from "../audience/refuse-outside.ts";
import {
  resolveAudience,
  normaliseAddress,
  type Invitee,
} from "../audience/resolve-audience.ts";
import type { SendingLimits } from "../audience/plan-sending.ts";
import type { Clock } from "../clock.ts";
import { chooseChannels } from "../cards/choose-channels.ts";
import { coHostsBesides } from "../audience/invited-groups.ts";
import type { Db, Trx } from "../db/database.ts";
import type { GroupRow } from "../db/tables/groups.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { findGroup } from "../groups/group-store.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { checkCoHosts } from "./check-co-hosts.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { placeNewcomers } from "../audience/place-attendees.ts";
import { storeCoHosts } from "./event-groups.ts";
import { eventChanged } from "./event-changed.ts";
import { noteHistory } from "./history/history-store.ts";
import { readEventTime, type EventTime } from "./scheduled-event.ts";
import { enqueuePublication } from "./wave-store.ts";

export interface EventDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  /** The service account's address: it organizes every event, so it is never invited. */
  organizerAddress: string;
  /** How long a lead can stop what goes out; 0: not at all. */
  sendHoldSeconds: number;
  /** Most attendees of one Outlook event. */
  waveSize: number;
  /** What Exchange lets the service account send. */
  sendingLimits: SendingLimits;
}

/** Stores a new event and the job that sends its invitations, in one transaction. Returns its id. */
export async function scheduleEvent(
  deps: EventDeps,
  given: { actor: Actor; wanted: NewEvent; idempotencyKey: string | null },
): Promise<string> {
  const { actor, wanted } = given;
  const now = deps.clock.now();
  const group = await findGroupToScheduleFor(deps.db, actor, wanted.groupId);
  const time = checkTime(wanted, now);
  await checkCoHosts(deps.db, { ...wanted, actor, before: [] });
  const eventId = randomUUID();
  return deps.db.transaction().execute(async (trx) => {
    const invitees = await checkAudience(trx, deps, wanted);
    await refuseOutside(trx, deps, invitees);
    await trx
      .insertInto("scheduled_events")
      .values({
        id: eventId,
        group_id: group.id,
        account_id: null,
        title: wanted.title,
        description: wanted.description,
        description_html: wanted.descriptionHtml ?? null,
        start_local: time.start,
        end_local: time.end,
        is_all_day: time.isAllDay,
        time_zone: time.timeZone,
        starts_at: time.startsAt,
        ends_at: time.endsAt,
        is_online: wanted.isOnline,
        location: wanted.location,
        open: wanted.open,
        audience_group: wanted.audience.group,
        audience_addresses: wanted.audience.addresses.map(normaliseAddress),
        late_joiners: wanted.audience.lateJoiners ?? true,
        created_by: actor.objectId,
        changed_by: actor.objectId,
        changed_by_name: actor.displayName,
        held_until: deps.sendHoldSeconds > 0 ? endOfHold(deps, now) : null,
        created_at: now,
        updated_at: now,
        meeting_state: wanted.isOnline ? "pending" : "none",
      })
      .execute();
    const first = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["schedule", wanted],
      actor,
      eventId,
      now,
    });
    if (first !== null) {
      // The same request came before: its event stands, this one's row goes.
      await trx
        .deleteFrom("scheduled_events")
        .where("id", "=", eventId)
        .execute();
      return first;
    }
    await addInvitees(trx, deps, eventId, invitees);
    await noteHistory(trx, {
      eventId,
      kind: "scheduled",
      by: actor,
      at: now,
      changes: [{ field: "people", added: invitees.length, removed: 0 }],
    });
    const coHosts = coHostsBesides(group.id, wanted.audience);
    await storeCoHosts(trx, eventId, coHosts);
    await chooseChannels(trx, {
      eventId,
      groupIds: [group.id, ...coHosts],
      channelIds: wanted.channelIds,
    });
    if (deps.sendHoldSeconds > 0)
      await deps.enqueue(
        trx,
        "events.apply-held",
        { eventId },
        { startAfter: endOfHold(deps, now) },
      );
    else await enqueuePublication(deps, trx, eventId);
    await eventChanged(deps, trx, eventId);
    return eventId;
  });
}

/** Until when what begins to wait now can be stopped. */
export function endOfHold(
  { sendHoldSeconds }: Pick<EventDeps, "sendHoldSeconds">,
  now: Date,
): Date {
  return new Date(now.getTime() + sendHoldSeconds * 1000);
}

/** @throws {AppError} when the group is unseen, or the actor does not lead it */
export async function findGroupToScheduleFor(
  db: Db,
  actor: Actor,
  groupId: string,
): Promise<GroupRow> {
  const group = await findGroup(db, groupId);
  if (!group || (group.confidential && !actor.roles.has(group.id)))
    throw notFound("group");
  if (!may(actor, { action: "event.schedule", group }))
    throw forbidden(
      `Only owners and contributors of ${group.name} schedule its events. Ask one of them.`,
    );
  return group;
}

/** @throws {AppError} naming the field and the cure */
export function checkTime(
  wanted: Pick<NewEvent, "start" | "end" | "isAllDay" | "timeZone">,
  now: Date,
): EventTime {
  const result = readEventTime({ ...wanted, now });
  if (result.ok) return result.time;
  throw new AppError({
    code: result.reason,
    status: 422,
    field: result.field,
    message: result.message,
  });
}

/** @throws {AppError} when nobody would be invited */
export async function checkAudience(
  db: Db,
  deps: Pick<EventDeps, "organizerAddress">,
  wanted: Pick<NewEvent, "audience"> & { groupId: string },
): Promise<Invitee[]> {
  const invitees = (
    await resolveAudience({
      db,
      groupId: wanted.groupId,
      audience: wanted.audience,
    })
  ).filter(({ address }) => address !== deps.organizerAddress);
  if (invitees.length === 0)
    throw new AppError({
      code: "noAudience",
      status: 422,
      field: "audience",
      message:
        "Nobody would be invited. Choose the group's members or type at least one address.",
    });
  return invitees;
}

/**
 * Adds people who are not among the attendees yet, each to a wave. The event is locked by the caller.
 * @param options.shown the event's version, where they are no part of it: see {@link placeNewcomers}
 * @returns the waves that have somebody new
 */
export async function addInvitees(
  trx: Trx,
  { waveSize }: Pick<EventDeps, "waveSize">,
  eventId: string,
  invitees: readonly Invitee[],
  { shown }: { shown?: number } = {},
): Promise<number[]> {
  const waves = await placeNewcomers(trx, {
    shown,
    eventId,
    newcomers: invitees.length,
    waveSize,
  });
  // Arrays, for a statement has room for 65,535 values.
  await sql`
    insert into attendees (id, event_id, wave, address, display_name, object_id, list_size, source)
    select id, ${eventId}, wave, address, display_name, object_id, list_size, 'audience'
    from unnest(
      ${invitees.map(() => randomUUID())}::uuid[],
      ${waves}::integer[],
      ${invitees.map(({ address }) => address)}::text[],
      ${invitees.map(({ displayName }) => displayName)}::text[],
      ${invitees.map(({ objectId }) => objectId)}::text[],
      ${invitees.map(({ listSize }) => listSize)}::integer[]
    ) as invited(id, wave, address, display_name, object_id, list_size)
  `.execute(trx);
  return [...new Set(waves)];
}
