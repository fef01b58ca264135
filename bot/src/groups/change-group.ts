import type { GroupChange } from "../../contract/groups.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { requestGroupCards } from "../cards/note-card-problem.ts";
import type { Clock } from "../clock.ts";
import { notifyEventChanged, type Db, type Trx } from "../db/database.ts";
import { forbidden, notFound } from "../errors.ts";
import { hostedByOne } from "../events/event-groups.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { requestGroupMeetings } from "../meetings/request-meetings.ts";
import { findGroup } from "./group-store.ts";

/** Changes the settings of a group; its owners and contributors may. */
export async function changeGroup(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: { actor: Actor; groupId: string; change: GroupChange },
): Promise<void> {
  const group = await findGroup(deps.db, given.groupId);
  if (!group || !given.actor.roles.has(group.id)) throw notFound("group");
  if (!may(given.actor, { action: "group.manage", group }))
    throw forbidden(
      `Only owners and contributors of ${group.name} change its settings. Ask one of them.`,
    );
  await deps.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("groups")
      .set({ confidential: given.change.confidential })
      .where("id", "=", group.id)
      .execute();
    await requestGroupCards(deps, trx, group.id);
    await tellWatchers(trx, { groupId: group.id, now: deps.clock.now() });
    await requestGroupMeetings(deps, trx, group.id);
  });
}

/** Who watches one of its events may not be allowed to any more. */
async function tellWatchers(
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
