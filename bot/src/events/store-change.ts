import { sql } from "kysely";
import type { EventChange } from "../../contract/event-content.ts";
import type { Actor } from "../access/actor.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import type { EventWithWaves } from "./event-store.ts";
import type { EventTime } from "./scheduled-event.ts";
import type { ChangePlan } from "./plan-change.ts";
import { addInvitees, checkTime, type EventDeps } from "./schedule-event.ts";
import { timeNotShown } from "./time-not-shown.ts";
import {
  changeWave,
  followVersion,
  forgetTroubles,
  refOf,
  renewContent,
} from "./wave-store.ts";

/** Writes what was planned into the event and its attendees. In the caller's transaction, with the event locked. */
export async function storeChange(
  trx: Trx,
  deps: Pick<EventDeps, "waveSize">,
  given: {
    event: EventWithWaves;
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
  const time = timeAfter(plan, given);
  await trx
    .updateTable("scheduled_events")
    .set({
      title: wanted.title,
      description: wanted.description,
      description_html: wanted.descriptionHtml ?? null,
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
      late_joiners: wanted.audience.lateJoiners ?? event.late_joiners,
      updated_at: now,
      version: event.version + 1,
      schedule_version:
        event.schedule_version + (isSeen && plan.answersReset ? 1 : 0),
      ...(isSeen && plan.answersReset && { moved_at: now }),
      ...(!isSeen && {
        is_online: wanted.isOnline,
        meeting_state: wanted.isOnline ? "pending" : "none",
      }),
      changed_by: by.objectId,
      changed_by_name: by.displayName,
    })
    .where("id", "=", event.id)
    .execute();
  await forgetTroubles(trx, event.id);
  for (const wave of event.waves)
    await settleChangeByHand(trx, { event, wave, plan });
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
        sql<boolean>`id = any(${plan.removed.map(({ id }) => id)}::uuid[])`,
      )
      .execute();
  const grown = await addAttendees(trx, deps, event, plan.added);
  await markLists(trx, plan.marked);
  if (contentChanged) await renewContent(trx, event.id);
  else
    await followVersion(trx, {
      eventId: event.id,
      before: event.version,
      changed: [...grown, ...plan.removed.map(({ wave }) => wave)],
    });
}

/** The event's time once it is changed. @throws {AppError} when a new one is no time */
export function timeAfter(
  plan: Pick<ChangePlan, "answersReset">,
  given: { event: EventRow; wanted: EventChange; now: Date },
): Pick<EventTime, "startsAt" | "endsAt"> {
  const { event, wanted, now } = given;
  return plan.answersReset
    ? checkTime(wanted, now)
    : { startsAt: event.starts_at, endsAt: event.ends_at };
}

/** What somebody changed in Outlook by hand gives way to what the lead wants. */
async function settleChangeByHand(
  trx: Trx,
  given: {
    event: EventWithWaves;
    wave: EventWithWaves["waves"][number];
    plan: ChangePlan;
  },
): Promise<void> {
  const { event, wave, plan } = given;
  const byHand = wave.outlook_change;
  if (byHand === null) return;
  const restoresTime =
    byHand.kind === "edited" &&
    byHand.fields.includes("time") &&
    !plan.answersReset;
  await changeWave(trx, refOf(wave), {
    outlook_change: null,
    ...(restoresTime && timeNotShown(event)),
  });
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

/**
 * Adds people; somebody who was removed before comes back, in the same wave, without the earlier answer.
 * @returns the waves that have somebody new
 */
async function addAttendees(
  trx: Trx,
  deps: Pick<EventDeps, "waveSize">,
  { id: eventId }: EventWithWaves,
  added: ChangePlan["added"],
): Promise<number[]> {
  if (added.length === 0) return [];
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
      sql<boolean>`address = any(${added.map(({ address }) => address)}::text[])`,
    )
    .returning(["address", "wave"])
    .execute();
  const known = new Set(back.map(({ address }) => address));
  const waves = await addInvitees(
    trx,
    deps,
    eventId,
    added.filter(({ address }) => !known.has(address)),
  );
  return [...back.map(({ wave }) => wave), ...waves];
}
