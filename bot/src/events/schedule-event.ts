import { randomUUID } from "node:crypto";
import type { NewEvent } from "../../contract/events.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { refuseOutside } from "../audience/refuse-outside.ts";
import {
  resolveAudience,
  normaliseAddress,
  type Invitee,
} from "../audience/resolve-audience.ts";
import type { Clock } from "../clock.ts";
import { chooseChannels } from "../cards/choose-channels.ts";
import type { Db } from "../db/database.ts";
import type { GroupRow } from "../db/schema.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { findGroup } from "../groups/group-store.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import {
  maxAttendees,
  readEventTime,
  type EventTime,
} from "./scheduled-event.ts";

export interface EventDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  /** The service account's address: it organizes every event, so it is never invited. */
  organizerAddress: string;
  /** How long a lead can stop what goes out; 0: not at all. */
  sendHoldSeconds: number;
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
        created_by: actor.objectId,
        changed_by: actor.objectId,
        changed_by_name: actor.displayName,
        held_until: deps.sendHoldSeconds > 0 ? endOfHold(deps, now) : null,
        created_at: now,
        updated_at: now,
        transaction_id: randomUUID(),
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
    await insertAttendees(trx, eventId, invitees);
    await chooseChannels(trx, {
      eventId,
      groupId: group.id,
      channelIds: wanted.channelIds,
    });
    if (deps.sendHoldSeconds > 0)
      await deps.enqueue(
        trx,
        "events.apply-held",
        { eventId },
        { startAfter: endOfHold(deps, now) },
      );
    else await deps.enqueue(trx, "events.publish", { eventId });
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

/** @throws {AppError} when nobody or too many would be invited */
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
  if (invitees.length > maxAttendees)
    throw new AppError({
      code: "audienceTooLarge",
      status: 422,
      field: "audience",
      message: `Outlook invites ${maxAttendees} people at most to one event; these are ${invitees.length}. Choose fewer people.`,
    });
  return invitees;
}

export async function insertAttendees(
  trx: Db,
  eventId: string,
  invitees: readonly Invitee[],
): Promise<void> {
  if (invitees.length === 0) return;
  await trx
    .insertInto("attendees")
    .values(
      invitees.map((invitee) => ({
        id: randomUUID(),
        event_id: eventId,
        address: invitee.address,
        display_name: invitee.displayName,
        object_id: invitee.objectId,
        list_size: invitee.listSize,
        source: "audience" as const,
        invited_at: null,
        answered_at: null,
        answered_in: null,
      })),
    )
    .execute();
}
