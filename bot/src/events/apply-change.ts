import type { EventChange } from "../../contract/event-content.ts";
import type { Actor } from "../access/actor.ts";
import { coHostsBesides } from "../audience/invited-groups.ts";
import { chooseChannels, namedChannels } from "../cards/choose-channels.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import {
  readCoHostIds,
  readSilentHostIds,
  storeCoHosts,
} from "./event-groups.ts";
import { changesByLead } from "./history/history-changes.ts";
import { noteHistory } from "./history/history-store.ts";
import { eventChanged } from "./event-changed.ts";
import type { EventWithWaves } from "./event-store.ts";
import { planWithCards } from "./plan-stored-change.ts";
import { endOfHold, type EventDeps } from "./schedule-event.ts";
import { storeChange, timeAfter } from "./store-change.ts";
import { enqueuePublication } from "./wave-store.ts";

/**
 * Makes an event what a lead wants, with the jobs that follow. In the caller's transaction, with the event locked.
 * @returns false when it is so already
 * @throws {AppError} before anything is written, naming the field that cannot be so
 */
export async function applyChange(
  trx: Trx,
  deps: EventDeps,
  given: {
    event: EventWithWaves;
    by: Pick<Actor, "objectId" | "displayName">;
    wanted: EventChange;
    now: Date;
  },
): Promise<boolean> {
  const { event, by, wanted, now } = given;
  const plan = await planWithCards(trx, deps, given);
  if (plan === null) return false;
  const coHosts = coHostsBesides(event.group_id, wanted.audience);
  const coHostsBefore = await readCoHostIds(trx, event.id);
  const channelsBefore = await namedChannels(trx, event.id);
  await chooseChannels(trx, {
    eventId: event.id,
    groupIds: [
      event.group_id,
      ...coHosts,
      ...(await readSilentHostIds(trx, event.id)),
    ],
    channelIds: wanted.channelIds,
  });
  await storeChange(trx, deps, { event, wanted, plan, by, now });
  await noteHistory(trx, {
    eventId: event.id,
    kind: "changed",
    by,
    at: now,
    changes: changesByLead({
      event,
      wanted,
      plan,
      time: timeAfter(plan, { event, wanted, now }),
      channels: {
        from: channelsBefore,
        to: await namedChannels(trx, event.id),
      },
      coHosts: { from: coHostsBefore, to: coHosts },
    }),
  });
  // Others lead it now, or it is more private.
  if (await storeCoHosts(trx, event.id, coHosts))
    await deps.enqueue(trx, "meetings.configure", { eventId: event.id });
  await tryRefusedCards(trx, event.id);
  if (event.held_until === null) await enqueuePublication(deps, trx, event.id);
  else await prolongHold(trx, deps, { event, now });
  await eventChanged(deps, trx, event.id);
  return true;
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
