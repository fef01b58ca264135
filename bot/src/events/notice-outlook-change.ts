import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import type { EventRow } from "../db/schema.ts";
import type { CalendarEvent } from "../graph/calendar-event.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { eventChanged } from "./event-changed.ts";
import { lockEvent } from "./event-store.ts";
import { compareWithOutlook, type ComparedEvent } from "./outlook-change.ts";
import { attendeesDiffer, followAttendees } from "./outlook-attendees.ts";
import { isPublished } from "./publication.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";

interface NoticeDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

export const noticedColumns = [
  "id",
  "title",
  "start_local",
  "end_local",
  "time_zone",
  "starts_at",
  "ends_at",
  "is_all_day",
  "location",
  "is_online",
  "content_version",
  "outlook_shown",
  "outlook_change",
] as const satisfies (keyof EventRow)[];

/**
 * Compares what was read of the organizer's copy with what we published, and stores what somebody changed there
 * by hand. Only a copy counts that is newer than our last change, while nothing of ours is on its way, and only
 * the newest read of it.
 *
 * @param begunAt when the read began, by the database's clock
 * @returns what is undecided now
 */
export async function noticeOutlookChange(
  deps: NoticeDeps,
  given: {
    event: ComparedEvent & Pick<EventRow, "id">;
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
      (await attendeesDiffer(deps.db, event.id, addresses)));
  if (!isNews) return event.outlook_change;
  return deps.db.transaction().execute(async (trx) => {
    const stored = await lockEvent(trx, event.id);
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
    if (isOtherChange) await storeOutlookChange(trx, stored, change);
    const areOtherPeople =
      !copy.isCancelled &&
      (await followAttendees(trx, { eventId: event.id, addresses, now }));
    if (isOtherChange || areOtherPeople)
      await eventChanged(deps, trx, event.id);
    return change;
  });
}

/** Stores that the organizer's copy is gone: somebody deleted it. */
export async function noticeOutlookDeletion(
  deps: NoticeDeps,
  given: { eventId: string; graphEventId: string },
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const event = await lockEvent(trx, given.eventId);
    if (
      !event ||
      event.cancelled ||
      event.graph_event_id !== given.graphEventId ||
      event.outlook_change?.kind === "deleted"
    )
      return;
    await storeOutlookChange(trx, event, {
      kind: "deleted",
      seenAt: deps.clock.now().toISOString(),
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
  event: EventRow,
  change: OutlookChange | null,
): Promise<void> {
  const isNewToLeads = change !== null && isPublished(event);
  await trx
    .updateTable("scheduled_events")
    .set({
      outlook_change: change && JSON.stringify(change),
      ...(isNewToLeads && {
        version: event.version + 1,
        published_version: event.version + 1,
      }),
    })
    .where("id", "=", event.id)
    .execute();
}
