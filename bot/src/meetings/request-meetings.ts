import type { Db, Trx } from "../db/database.ts";
import type { Clock } from "../clock.ts";
import { hostedByOne } from "../events/event-groups.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { eventsWithMeeting, readLeads } from "./meeting-store.ts";

/**
 * Belongs into every transaction that changes who leads a group or how private it is: has the Teams meetings of its
 * coming events follow.
 */
export async function requestGroupMeetings(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Db,
  groupId: string,
): Promise<void> {
  const events = await eventsWithMeeting(trx, deps.clock.now())
    .where(hostedByOne([groupId]))
    .execute();
  await deps.enqueue(
    trx,
    "meetings.configure",
    events.map(({ id }) => ({ eventId: id })),
  );
}

/** Runs what may change who leads a group; its meetings follow where it did. */
export async function followLeads(
  deps: { clock: Clock; enqueue: Enqueue },
  trx: Trx,
  groupId: string,
  change: () => Promise<void>,
): Promise<void> {
  const before = await whoLeads(trx, groupId);
  await change();
  if ((await whoLeads(trx, groupId)) !== before)
    await requestGroupMeetings(deps, trx, groupId);
}

/** Of two moments the same text when the same people lead in the same roles. */
async function whoLeads(trx: Trx, groupId: string): Promise<string> {
  const leads = (await readLeads(trx, [groupId])).get(groupId) ?? [];
  return leads
    .map(({ objectId, role }) => `${objectId} ${role}`)
    .toSorted()
    .join("\n");
}
