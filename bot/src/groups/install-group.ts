import { randomUUID } from "node:crypto";
import { noteCardProblem } from "../cards/note-card-problem.ts";
import type { Clock } from "../clock.ts";
import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { followLeads } from "../meetings/request-meetings.ts";

/** What the bot hears when the app is added to a team. */
export interface Installation {
  teamId: string;
  teamName: string;
  directoryGroupId: string | null;
  /** Where to reach the team; a botbuilder ConversationReference. */
  conversationReference: unknown;
  /** Who added the app; they become the group's first owner. */
  installer: { objectId: string; displayName: string } | null;
}

/** Makes a team a group, or an earlier group an active one again, and reads its roster by a job. */
export async function installGroup(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  installation: Installation,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const fresh = {
      name: installation.teamName,
      directory_group_id: installation.directoryGroupId,
      conversation_reference: JSON.stringify(
        installation.conversationReference,
      ),
      installed: true,
    };
    const { id: groupId } = await trx
      .insertInto("groups")
      .values({
        id: randomUUID(),
        team_id: installation.teamId,
        created_at: deps.clock.now(),
        welcomed: false,
        ...fresh,
      })
      .onConflict((conflict) => conflict.column("team_id").doUpdateSet(fresh))
      .returning("id")
      .executeTakeFirstOrThrow();
    const { installer } = installation;
    if (installer) {
      const { id: personId } = await trx
        .insertInto("people")
        .values({
          id: randomUUID(),
          object_id: installer.objectId,
          display_name: installer.displayName,
        })
        .onConflict((conflict) =>
          conflict
            .column("object_id")
            .doUpdateSet({ object_id: installer.objectId }),
        )
        .returning("id")
        .executeTakeFirstOrThrow();
      await followLeads(deps, trx, groupId, () =>
        makeFirstOwner(trx, groupId, personId),
      );
    }
    await takeUpGroup(deps, trx, groupId);
    await deps.enqueue(trx, "groups.welcome", { groupId });
  });
}

/** Who adds the app leads a group that nobody leads. Adding it again to another's group gives no rights. */
async function makeFirstOwner(
  trx: Trx,
  groupId: string,
  personId: string,
): Promise<void> {
  const owner = await trx
    .selectFrom("group_members")
    .where("group_id", "=", groupId)
    .where("role", "=", "owner")
    .where("in_roster", "=", true)
    .select("person_id")
    .executeTakeFirst();
  if (owner) return;
  const first = { role: "owner", in_roster: true } as const;
  await trx
    .insertInto("group_members")
    .values({ group_id: groupId, person_id: personId, ...first })
    .onConflict((conflict) =>
      conflict.columns(["group_id", "person_id"]).doUpdateSet(first),
    )
    .execute();
}

/** The app is in the team again, or for the first time: its cards change again, its roster is read. */
async function takeUpGroup(
  deps: { enqueue: Enqueue },
  trx: Trx,
  groupId: string,
): Promise<void> {
  await noteCardProblem(deps, trx, {
    cards: { groupId },
    from: "appRemoved",
    to: null,
  });
  await deps.enqueue(trx, "groups.sync", { groupId });
}

/** Notes that a team that was deleted is back, with the app in it. */
export async function restoreGroup(
  deps: { db: Db; enqueue: Enqueue },
  teamId: string,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const group = await trx
      .updateTable("groups")
      .set({ installed: true, welcomed: true })
      .where("team_id", "=", teamId)
      .returning("id")
      .executeTakeFirst();
    if (group) await takeUpGroup(deps, trx, group.id);
  });
}

/** Notes that the app was removed from a team: its events stay, new ones cannot be scheduled. */
export async function uninstallGroup(
  deps: { db: Db; enqueue: Enqueue },
  teamId: string,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const group = await trx
      .updateTable("groups")
      .set({ installed: false, welcomed: false })
      .where("team_id", "=", teamId)
      .returning("id")
      .executeTakeFirst();
    if (group)
      await noteCardProblem(deps, trx, {
        cards: { groupId: group.id },
        from: null,
        to: "appRemoved",
      });
  });
}
