import { notifyEventChanged, type Trx } from "../db/database.ts";
import { hostedByOne } from "../events/event-groups.ts";

/**
 * Belongs into every transaction that changes who may see a group's events: who watches one of its coming events may not
 * be allowed to any more, or see more of it.
 */
export async function tellGroupWatchers(
  trx: Trx,
  given: { groupId: string; now: Date },
): Promise<void> {
  const events = await trx
    .selectFrom("scheduled_events as event")
    .where(hostedByOne([given.groupId]))
    .where("event.ends_at", ">", given.now)
    .select("event.id")
    .execute();
  await notifyEventChanged(trx, ...events.map(({ id }) => id));
}
