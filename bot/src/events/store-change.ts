import { sql } from "kysely";
import type { EventChange } from "../../contract/events.ts";
import type { Actor } from "../access/actor.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/schema.ts";
import type { ChangePlan } from "./plan-change.ts";
import { checkTime, insertAttendees } from "./schedule-event.ts";
import { timeNotShown } from "./time-not-shown.ts";

/** Writes what was planned into the event and its attendees. In the caller's transaction, with the event locked. */
export async function storeChange(
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
