import { sql } from "kysely";
import type { EventChange } from "../../contract/events.ts";
import type { Actor } from "../access/actor.ts";
import { may, type Request } from "../access/policy.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import { chooseChannels, otherChannels } from "../cards/choose-channels.ts";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import type { EventRow } from "../db/schema.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import { listAttendees, lockEvent, type LoadedEvent } from "./event-store.ts";
import {
  dropHeldChange,
  findHeldChange,
  forgetHeldChange,
  storeHeldChange,
} from "./hold/held-change-store.ts";
import { offeredVersion } from "./hold/offered-version.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import { contentOf, planChange, type ChangePlan } from "./plan-change.ts";
import { isSameTime } from "./scheduled-event.ts";
import {
  checkAudience,
  checkTime,
  endOfHold,
  insertAttendees,
  type EventDeps,
} from "./schedule-event.ts";

/**
 * Holds a change of an event, or stores it, with the job that goes on with it, in one transaction. What Outlook
 * shows already is changed after the hold; a new event in its own hold at once, and the hold begins anew.
 */
export async function changeEvent(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    wanted: EventChange;
    /** The version that the lead saw. */
    version: number;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId, wanted } = given;
  const now = deps.clock.now();
  await findEventToLead(deps, actor, eventId, "event.edit");
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["change", eventId, wanted],
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    const event = await lockVersion(trx, eventId, given.version);
    const held = await findHeldChange(trx, eventId);
    if (held?.kind === "cancel" && held.problem === null)
      throw new AppError({
        code: "cancellationWaits",
        status: 409,
        message:
          "This event is about to be cancelled. Stop that first; then change it.",
      });
    if (deps.sendHoldSeconds === 0 || event.held_until !== null) {
      await forgetHeldChange(trx, eventId);
      await applyChange(trx, deps, { event, by: actor, wanted, now });
      return;
    }
    if ((await planAll(trx, deps, { event, wanted, now })) === null) {
      if (held === null) return;
      // Edited and changed back: nobody is mailed.
      await dropHeldChange(trx, eventId);
      await notifyEventChanged(trx, eventId);
      return;
    }
    const dueAt = endOfHold(deps, now);
    await storeHeldChange(trx, {
      event,
      actor,
      wanted: { kind: "change", content: asStored(wanted) },
      now,
      dueAt,
    });
    await deps.enqueue(
      trx,
      "events.apply-held",
      { eventId },
      { startAfter: dueAt },
    );
    await notifyEventChanged(trx, eventId);
  });
}

/** Addresses as an event has them, so that what is held can be compared with it. */
function asStored(wanted: EventChange): EventChange {
  const { addresses, lists } = wanted.audience;
  return {
    ...wanted,
    audience: {
      ...wanted.audience,
      addresses: addresses.map(normaliseAddress),
      ...(lists && {
        lists: lists.map((list) => ({
          ...list,
          address: normaliseAddress(list.address),
        })),
      }),
    },
  };
}

/**
 * Makes an event what a lead wants, with the jobs that follow. In the caller's transaction, with the event locked.
 * @returns false when it is so already
 * @throws {AppError} before anything is written, naming the field that cannot be so
 */
export async function applyChange(
  trx: Trx,
  deps: EventDeps,
  given: {
    event: EventRow;
    by: Pick<Actor, "objectId" | "displayName">;
    wanted: EventChange;
    now: Date;
  },
): Promise<boolean> {
  const { event, by, wanted, now } = given;
  const plan = await planAll(trx, deps, given);
  if (plan === null) return false;
  await chooseChannels(trx, {
    eventId: event.id,
    groupId: event.group_id,
    channelIds: wanted.channelIds,
  });
  await storeChange(trx, { event, wanted, plan, by, now });
  await tryRefusedCards(trx, event.id);
  if (event.held_until === null)
    await deps.enqueue(trx, "events.publish", { eventId: event.id });
  else await prolongHold(trx, deps, { event, now });
  await eventChanged(deps, trx, event.id);
  return true;
}

/** What would change; null: nothing, not even where its cards stand. */
async function planAll(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventRow; wanted: EventChange; now: Date },
): Promise<ChangePlan | null> {
  const { event, wanted } = given;
  const plan = await planStoredChange(trx, deps, given);
  const { added, removed } = await otherChannels(trx, {
    eventId: event.id,
    groupId: event.group_id,
    channelIds: wanted.channelIds,
  });
  const stays =
    plan.changes.length === 0 &&
    plan.marked.length === 0 &&
    sameAudience(event, wanted) &&
    wanted.open === event.open &&
    wanted.isOnline === event.is_online &&
    added.length + removed.length === 0;
  return stays ? null : plan;
}

/** Nothing of the event has been sent: it waits anew, and who was taken off leaves no trace. */
async function prolongHold(
  trx: Trx,
  deps: EventDeps,
  { event, now }: { event: EventRow; now: Date },
): Promise<void> {
  const heldUntil = endOfHold(deps, now);
  await trx
    .updateTable("scheduled_events")
    .set({ held_until: heldUntil })
    .where("id", "=", event.id)
    .execute();
  await trx
    .deleteFrom("attendees")
    .where("event_id", "=", event.id)
    .where("wanted", "=", false)
    .execute();
  await deps.enqueue(
    trx,
    "events.apply-held",
    { eventId: event.id },
    { startAfter: heldUntil },
  );
}

/** Loads an event that the actor leads. @throws {AppError} when it is unseen, over or not theirs */
export async function findEventToLead(
  deps: Pick<EventDeps, "db" | "clock">,
  actor: Actor,
  eventId: string,
  action: "event.edit" | "event.cancel",
): Promise<LoadedEvent> {
  const loaded = await loadSeenEvent(deps, actor, eventId);
  const event = loaded.facts;
  const request: Request = { action, event };
  if (may(actor, request)) return loaded;
  if (event.cancelled)
    throw new AppError({
      code: "eventCancelled",
      status: 409,
      message: "This event is cancelled, so it cannot be changed any more.",
    });
  if (event.hasEnded)
    throw new AppError({
      code: "eventEnded",
      status: 409,
      message: "This event is over, so it cannot be changed any more.",
    });
  throw forbidden(
    `Only owners and contributors of ${loaded.group.name} change its events. Ask one of them.`,
  );
}

/** @throws {AppError} 412 when somebody changed the event since the lead saw it */
export async function lockVersion(
  trx: Trx,
  eventId: string,
  version: number,
): Promise<EventRow> {
  const event = await lockEvent(trx, eventId);
  if (!event) throw notFound("event");
  if (offeredVersion(event) !== version) throw versionConflict();
  return event;
}

export function versionConflict(): AppError {
  return new AppError({
    code: "versionConflict",
    status: 412,
    field: "If-Match",
    message:
      "Somebody else changed this event meanwhile. Load the newest version, then make your change again.",
  });
}

/** What `wanted` would change. @throws {AppError} naming the field that cannot be so */
export async function planStoredChange(
  db: Db,
  deps: EventDeps,
  given: { event: EventRow; wanted: EventChange; now: Date },
): Promise<ChangePlan> {
  const { event, wanted } = given;
  if (event.outlook_change?.kind === "deleted")
    throw new AppError({
      code: "deletedInOutlook",
      status: 409,
      message:
        "Somebody deleted this event in Outlook. Decide on its page whether to send it again or to cancel it.",
    });
  if (wanted.isOnline !== event.is_online && event.held_until === null)
    throw new AppError({
      code: "meetingFixed",
      status: 422,
      field: "isOnline",
      message:
        "Outlook does not let a Teams meeting be added or taken away later. Cancel this event and schedule a new one.",
    });
  const timeStays = isSameTime(contentOf(event), wanted);
  // A running event's text may still be corrected; only a new time has to lie ahead.
  if (!timeStays) checkTime(wanted, given.now);
  return planChange({
    event,
    attendees: await listAttendees(db, event.id),
    wanted,
    invitees: await checkAudience(db, deps, {
      groupId: event.group_id,
      audience: wanted.audience,
    }),
  });
}

function sameAudience(event: EventRow, wanted: EventChange): boolean {
  const typed = wanted.audience.addresses.map(normaliseAddress);
  return (
    event.audience_group === wanted.audience.group &&
    event.audience_addresses.length === typed.length &&
    typed.every((address) => event.audience_addresses.includes(address))
  );
}

async function storeChange(
  trx: Trx,
  given: {
    event: EventRow;
    wanted: EventChange;
    plan: ChangePlan;
    by: Pick<Actor, "objectId" | "displayName">;
    now: Date;
  },
): Promise<void> {
  const { event, wanted, plan, by, now } = given;
  // Nobody has seen anything of an event in its hold.
  const isSeen = event.held_until === null;
  const contentChanged =
    isSeen && plan.changes.some((change) => change !== "attendees");
  const restoresTime = plan.restored.includes("time") && !plan.answersReset;
  const time = plan.answersReset
    ? checkTime(wanted, now)
    : { startsAt: event.starts_at, endsAt: event.ends_at };
  await trx
    .updateTable("scheduled_events")
    .set({
      title: wanted.title,
      description: wanted.description,
      start_local: wanted.start,
      end_local: wanted.end,
      is_all_day: wanted.isAllDay ?? false,
      time_zone: wanted.timeZone,
      starts_at: time.startsAt,
      ends_at: time.endsAt,
      location: wanted.location,
      open: wanted.open,
      audience_group: wanted.audience.group,
      audience_addresses: wanted.audience.addresses.map(normaliseAddress),
      updated_at: now,
      version: event.version + 1,
      content_version: event.content_version + (contentChanged ? 1 : 0),
      schedule_version:
        event.schedule_version + (isSeen && plan.answersReset ? 1 : 0),
      ...(isSeen && plan.answersReset && { moved_at: now }),
      ...(!isSeen && {
        is_online: wanted.isOnline,
        meeting_state: wanted.isOnline ? "pending" : "none",
      }),
      changed_by: by.objectId,
      changed_by_name: by.displayName,
      outlook_change: null,
      ...(restoresTime && timeNotShown(event)),
      publish_failed: false,
      publish_problem: null,
      next_try_at: null,
    })
    .where("id", "=", event.id)
    .execute();
  if (plan.answersReset)
    await trx
      .updateTable("attendees")
      .set({ answer: "none", answered_at: null, answered_in: null })
      .where("event_id", "=", event.id)
      .execute();
  if (plan.removed.length > 0)
    await trx
      .updateTable("attendees")
      .set({ wanted: false, outlook_state: "unseen" })
      .where(
        "id",
        "in",
        plan.removed.map(({ id }) => id),
      )
      .execute();
  await addAttendees(trx, event.id, plan.added);
  await markLists(trx, plan.marked);
}

async function markLists(
  trx: Trx,
  marked: ChangePlan["marked"],
): Promise<void> {
  if (marked.length === 0) return;
  await sql`
    update attendees set list_size = marked.list_size
    from unnest(
      ${marked.map(({ id }) => id)}::uuid[],
      ${marked.map(({ listSize }) => listSize)}::integer[]
    ) as marked(id, list_size)
    where attendees.id = marked.id
  `.execute(trx);
}

/** Outlook shows another time than ours: until ours is there again, answers that it reports are to that one. */
export function timeNotShown(event: Pick<EventRow, "schedule_version">) {
  return { published_schedule_version: event.schedule_version - 1 };
}

/** Adds people; somebody who was removed before comes back without the earlier answer. */
async function addAttendees(
  trx: Trx,
  eventId: string,
  added: ChangePlan["added"],
): Promise<void> {
  if (added.length === 0) return;
  const back = await trx
    .updateTable("attendees")
    .set({
      wanted: true,
      source: "audience",
      outlook_state: "unseen",
      // Due in any case: whoever takes their invitation back at this moment may already have done so.
      invited_at: null,
      answer: "none",
      answered_at: null,
      answered_in: null,
    })
    .where("event_id", "=", eventId)
    .where(
      "address",
      "in",
      added.map(({ address }) => address),
    )
    .returning("address")
    .execute();
  const known = new Set(back.map(({ address }) => address));
  await insertAttendees(
    trx,
    eventId,
    added.filter(({ address }) => !known.has(address)),
  );
}
