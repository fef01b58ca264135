import type { GroupChange } from "../../contract/groups.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { requestGroupCards } from "../cards/note-card-problem.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { requestGroupMeetings } from "../meetings/request-meetings.ts";
import { findGroup } from "./group-store.ts";
import { tellGroupWatchers } from "./tell-group-watchers.ts";

/**
 * Changes the settings of a group; its owners and contributors may. Each setting that is named is stored, the others stay
 * as other leads have them.
 * @throws {AppError} when the actor may not, or a channel is none of the group's
 */
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
  const { confidential, defaults = {} } = given.change;
  await deps.db.transaction().execute(async (trx) => {
    if (Object.keys(defaults).length > 0)
      await storeDefaults(trx, group.id, defaults);
    if (confidential === undefined) return;
    await trx
      .updateTable("groups")
      .set({ confidential })
      // What was usual in a group that everybody saw is not in one that few do.
      .$if(confidential && !group.confidential, (query) =>
        query.set({ usually_open: null }),
      )
      .where("id", "=", group.id)
      .execute();
    await requestGroupCards(deps, trx, group.id);
    await tellGroupWatchers(trx, {
      groupId: group.id,
      now: deps.clock.now(),
    });
    await requestGroupMeetings(deps, trx, group.id);
  });
}

async function storeDefaults(
  trx: Trx,
  groupId: string,
  defaults: NonNullable<GroupChange["defaults"]>,
): Promise<void> {
  const { channelIds, isOnline, open, lateJoiners } = defaults;
  if (channelIds) await checkChannels(trx, groupId, channelIds);
  await trx
    .updateTable("groups")
    .set({
      ...(channelIds !== undefined && { usual_channels: channelIds }),
      ...(isOnline !== undefined && { usually_online: isOnline }),
      ...(open !== undefined && { usually_open: open }),
      ...(lateJoiners !== undefined && { usually_late_joiners: lateJoiners }),
    })
    .where("id", "=", groupId)
    .execute();
}

/** @throws {AppError} */
async function checkChannels(
  trx: Trx,
  groupId: string,
  channelIds: readonly string[],
): Promise<void> {
  const known = await trx
    .selectFrom("group_channels")
    .where("group_id", "=", groupId)
    .select("channel_id")
    .execute();
  const ids = new Set(known.map(({ channel_id }) => channel_id));
  if (!channelIds.every((id) => ids.has(id)))
    throw new AppError({
      code: "unknownChannel",
      status: 422,
      field: "defaults.channelIds",
      message:
        "One of these channels is not there any more. Load the page again and choose from those that are.",
    });
}
