import { requestGroupCards } from "../cards/note-card-problem.ts";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { followLeads } from "../meetings/request-meetings.ts";
import { storeChannels, storeOwners, storeRoster } from "./store-team.ts";
import type { ReadTeam, ReadTeamOwners } from "./team-facts.ts";

interface SyncDeps {
  db: Db;
  log: Logger;
  clock: Clock;
  enqueue: Enqueue;
  readTeam: ReadTeam;
  readTeamOwners: ReadTeamOwners;
}

/** Teams tells of people who are added one after the other: those of this time are invited together. In milliseconds. */
const gatheringMs = 2000;

/** Brings a group's name, channels, roster and owners up to date with its team. */
export async function syncGroup(
  deps: SyncDeps,
  payload: { groupId: string },
): Promise<void> {
  const group = await deps.db
    .selectFrom("groups")
    .where("id", "=", payload.groupId)
    .where("installed", "=", true)
    .select(["id", "name", "directory_group_id", "conversation_reference"])
    .executeTakeFirst();
  if (!group) return;
  const team = await deps.readTeam(group.conversation_reference);
  const owners =
    group.directory_group_id === null
      ? null
      : await deps.readTeamOwners(group.directory_group_id);
  await deps.db.transaction().execute(async (trx) => {
    if (team.name !== group.name)
      await trx
        .updateTable("groups")
        .set({ name: team.name })
        .where("id", "=", group.id)
        .execute();
    await storeChannels(deps, trx, group.id, team);
    await followLeads(deps, trx, group.id, async () => {
      if (team.members.length > 0) await storeRoster(trx, group.id, team);
      // A team with the app has members: who is known stays until Teams tells of somebody.
      else deps.log.warn({ group: group.id }, "Teams told of no members");
      if (owners) await storeOwners(trx, group.id, owners);
    });
    if (team.name !== group.name) await requestGroupCards(deps, trx, group.id);
    await deps.enqueue(
      trx,
      "groups.invite-late-joiners",
      { groupId: group.id },
      { startAfter: new Date(deps.clock.now().getTime() + gatheringMs) },
    );
  });
}

/** Enqueues the sync of every group: what Teams did not tell is found. */
export async function syncAllGroups(deps: {
  db: Db;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const groups = await trx
      .selectFrom("groups")
      .where("installed", "=", true)
      .select("id")
      .execute();
    await deps.enqueue(
      trx,
      "groups.sync",
      groups.map(({ id }) => ({ groupId: id })),
    );
  });
}

/** Enqueues the sync of groups whose roster an earlier version read, without what cards need of people. */
export async function syncOutdatedGroups(deps: {
  db: Db;
  enqueue: Enqueue;
}): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const groups = await trx
      .selectFrom("groups")
      .innerJoin("group_members", "group_members.group_id", "groups.id")
      .innerJoin("people", "people.id", "group_members.person_id")
      .where("installed", "=", true)
      .where("in_roster", "=", true)
      .where("teams_user_id", "is", null)
      .select("groups.id")
      .distinct()
      .execute();
    await deps.enqueue(
      trx,
      "groups.sync",
      groups.map(({ id }) => ({ groupId: id })),
    );
  });
}
