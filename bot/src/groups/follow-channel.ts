import { noteCardProblem } from "../cards/note-card-problem.ts";
import type { Db, Trx } from "../db/database.ts";
import type { CardProblem } from "../db/tables/cards-and-meetings.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { storeChannel } from "./store-team.ts";
import type { TeamChannel } from "./team-facts.ts";

interface FollowDeps {
  db: Db;
  enqueue: Enqueue;
}

/** The bot can write to a channel: it is there again, or the app was added to it. */
export async function openChannel(
  deps: FollowDeps,
  teamId: string,
  channel: TeamChannel,
): Promise<void> {
  await inGroup(deps.db, teamId, async (trx, groupId) => {
    await storeChannel(trx, groupId, channel);
    for (const problem of ["channelDeleted", "appRemoved"] as const)
      await noteCardProblem(deps, trx, {
        cards: { channelIds: [channel.id] },
        from: problem,
        to: null,
      });
  });
}

/** The bot can no longer write to a channel. */
export async function closeChannel(
  deps: FollowDeps,
  teamId: string,
  channelId: string,
  problem: CardProblem,
): Promise<void> {
  await inGroup(deps.db, teamId, async (trx, groupId) => {
    await trx
      .deleteFrom("group_channels")
      .where("group_id", "=", groupId)
      .where("channel_id", "=", channelId)
      .execute();
    await noteCardProblem(deps, trx, {
      cards: { channelIds: [channelId] },
      from: null,
      to: problem,
    });
  });
}

/** Nobody, or everybody again, can write to a team's channels. */
export async function followArchiving(
  deps: FollowDeps,
  teamId: string,
  archived: boolean,
): Promise<void> {
  await inGroup(deps.db, teamId, (trx, groupId) =>
    noteCardProblem(deps, trx, {
      cards: { groupId },
      from: archived ? null : "channelArchived",
      to: archived ? "channelArchived" : null,
    }),
  );
}

async function inGroup(
  db: Db,
  teamId: string,
  work: (trx: Trx, groupId: string) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const group = await trx
      .selectFrom("groups")
      .where("team_id", "=", teamId)
      .select("id")
      .executeTakeFirst();
    if (group) await work(trx, group.id);
  });
}
