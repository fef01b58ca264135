import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { changesByHand } from "./history/history-changes.ts";
import { noteHistory } from "./history/history-store.ts";
import { eventChanged } from "./event-changed.ts";
import { compareWithOutlook, type ComparedEvent } from "./outlook-change.ts";
import { attendeesDiffer, followAttendees } from "./outlook-attendees.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";
import { isPublished } from "./wave-state.ts";
import {
  changeWave,
  followVersion,
  lockWave,
  refOf,
  type EventWave,
  type WaveRef,
} from "./wave-store.ts";

interface NoticeDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

/**
 * Compares what was read of a wave's copy with what we published, and stores what somebody changed there
 * by hand. Only a copy counts that is newer than our last change, while nothing of ours is on its way, and only
 * the newest read of it.
 *
 * @param begunAt when the read began, by the database's clock
 * @returns what is undecided now
 */
export async function noticeOutlookChange(
  deps: NoticeDeps,
  given: {
    event: ComparedEvent & Pick<EventWave, "id" | "event_id" | "number">;
    copy: CalendarEvent;
    begunAt: Date;
  },
): Promise<OutlookChange | null> {
  const { event, copy, begunAt } = given;
  const now = deps.clock.now();
  const addresses = copy.attendees.map(({ address }) => address);
  const found = compareWithOutlook({ event, copy, now });
  const isNews =
    found !== "incomparable" &&
    (found !== event.outlook_change ||
      (await attendeesDiffer(deps.db, refOf(event), addresses)));
  if (!isNews) return event.outlook_change;
  return deps.db.transaction().execute(async (trx) => {
    const stored = await lockWave(trx, refOf(event));
    if (!stored) return null;
    const isNewest =
      stored.graph_event_id === copy.id &&
      (stored.read_at === null || stored.read_at <= begunAt) &&
      (stored.outlook_modified_at === null ||
        copy.lastModifiedAt >= stored.outlook_modified_at);
    const change = compareWithOutlook({ event: stored, copy, now });
    if (
      !isNewest ||
      stored.cancelled ||
      !isPublished(stored) ||
      change === "incomparable"
    )
      return stored.outlook_change;
    const isOtherChange = change !== stored.outlook_change;
    if (isOtherChange) await storeOutlookChange(trx, stored, { change, now });
    const areOtherPeople =
      !copy.isCancelled &&
      (await followAttendees(trx, { of: refOf(event), addresses, now }));
    if (isOtherChange || areOtherPeople)
      await eventChanged(deps, trx, event.id);
    return change;
  });
}

/** Stores that a wave's copy is gone: somebody deleted it. */
export async function noticeOutlookDeletion(
  deps: NoticeDeps,
  given: WaveRef & { graphEventId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const event = await lockWave(trx, given);
    if (
      !event ||
      event.cancelled ||
      event.graph_event_id !== given.graphEventId ||
      event.outlook_change?.kind === "deleted"
    )
      return;
    const now = deps.clock.now();
    await storeOutlookChange(trx, event, {
      change: { kind: "deleted", seenAt: now.toISOString() },
      now,
    });
    await eventChanged(deps, trx, event.id);
  });
}

/**
 * A lead who looked before has seen another event: the next change of theirs is refused until they have seen
 * this, which is why the version grows. There is nothing to publish for it.
 */
async function storeOutlookChange(
  trx: Trx,
  event: EventWave,
  { change, now }: { change: OutlookChange | null; now: Date },
): Promise<void> {
  const isNewToLeads = change !== null && isPublished(event);
  await changeWave(trx, refOf(event), {
    outlook_change: change && JSON.stringify(change),
  });
  if (!isNewToLeads) return;
  await noteHistory(trx, {
    eventId: event.id,
    by: null,
    at: now,
    ...(change.kind === "edited"
      ? { kind: "changedInOutlook", changes: changesByHand(event, change) }
      : { kind: "deletedInOutlook" }),
  });
  await trx
    .updateTable("scheduled_events")
    .set({ version: event.version + 1 })
    .where("id", "=", event.id)
    .execute();
  await followVersion(trx, {
    eventId: event.id,
    before: event.version,
    changed: [],
  });
}
