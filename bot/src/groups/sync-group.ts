import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import {
  noteCardProblem,
  requestGroupCards,
} from "../cards/note-card-problem.ts";
import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";

/** A team as the bot can read it where it is installed. */
export interface TeamFacts {
  name: string;
  /** Private and shared ones may be missing: Teams tells of them when the app is added there. */
  channels: TeamChannel[];
  members: TeamMember[];
}

export interface TeamChannel {
  id: string;
  name: string;
  kind: "standard" | "private" | "shared";
}

export interface TeamMember {
  /** Entra object id. */
  objectId: string;
  /** The id by which the bot's channel knows the person (`29:…`). */
  teamsUserId: string;
  displayName: string;
  address: string | null;
  userPrincipalName: string | null;
}

/** Reads a team; `conversationReference` is what the installation left. */
export type ReadTeam = (conversationReference: unknown) => Promise<TeamFacts>;

/**
 * The Entra object ids of a team's owners; null where the team's consent for reading them is not given.
 * @param directoryGroupId the Microsoft 365 group behind the team
 */
export type ReadTeamOwners = (
  directoryGroupId: string,
) => Promise<ReadonlySet<string> | null>;

interface SyncDeps {
  db: Db;
  enqueue: Enqueue;
  readTeam: ReadTeam;
  readTeamOwners: ReadTeamOwners;
}

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
    if (team.name !== group.name) {
      await trx
        .updateTable("groups")
        .set({ name: team.name })
        .where("id", "=", group.id)
        .execute();
      await requestGroupCards(deps, trx, group.id);
    }
    await storeChannels(deps, trx, group.id, team);
    await storeRoster(trx, group.id, team);
    if (owners) await storeOwners(trx, group.id, owners);
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

/** Stores one channel of a group, new or known. */
export async function storeChannel(
  trx: Trx,
  groupId: string,
  channel: TeamChannel,
): Promise<void> {
  const facts = { name: channel.name, kind: channel.kind };
  await trx
    .insertInto("group_channels")
    .values({ group_id: groupId, channel_id: channel.id, ...facts })
    .onConflict((conflict) =>
      conflict.columns(["group_id", "channel_id"]).doUpdateSet(facts),
    )
    .execute();
}

async function storeChannels(
  deps: SyncDeps,
  trx: Trx,
  groupId: string,
  team: TeamFacts,
): Promise<void> {
  for (const channel of team.channels)
    await storeChannel(trx, groupId, channel);
  const gone = await trx
    .deleteFrom("group_channels")
    .where("group_id", "=", groupId)
    .where("kind", "=", "standard")
    .where(
      sql<boolean>`not channel_id = any(${team.channels.map(({ id }) => id)}::text[])`,
    )
    .returning("channel_id")
    .execute();
  for (const { channel_id: channelId } of gone)
    await noteCardProblem(deps, trx, {
      cards: { channelId },
      from: null,
      to: "channelDeleted",
    });
}

async function storeRoster(
  trx: Trx,
  groupId: string,
  team: TeamFacts,
): Promise<void> {
  const personIds = await storePeople(trx, team.members);
  if (personIds.length > 0)
    await sql`
      insert into group_members (group_id, person_id, role)
      select ${groupId}, person_id, 'member' from unnest(${personIds}::uuid[]) as person_id
      on conflict (group_id, person_id) do update set in_roster = true
    `.execute(trx);
  await trx
    .updateTable("group_members")
    .set({ in_roster: false })
    .where("group_id", "=", groupId)
    .where("in_roster", "=", true)
    .where(sql<boolean>`not person_id = any(${personIds}::uuid[])`)
    .execute();
}

/** Most people of one statement. */
const storedAtOnce = 500;

/** Stores what is known of people; returns our ids of theirs. */
export async function storePeople(
  trx: Db,
  people: readonly TeamMember[],
): Promise<string[]> {
  const ids: string[] = [];
  const unique = [
    ...new Map(people.map((person) => [person.objectId, person])).values(),
  ];
  for (let from = 0; from < unique.length; from += storedAtOnce) {
    const rows = await trx
      .insertInto("people")
      .values(
        unique.slice(from, from + storedAtOnce).map((person) => ({
          id: randomUUID(),
          object_id: person.objectId,
          display_name: person.displayName,
          address: person.address?.toLowerCase() ?? null,
          user_principal_name: person.userPrincipalName?.toLowerCase() ?? null,
          teams_user_id: person.teamsUserId,
        })),
      )
      .onConflict((conflict) =>
        conflict.column("object_id").doUpdateSet((set) => ({
          display_name: set.ref("excluded.display_name"),
          address: set.ref("excluded.address"),
          user_principal_name: set.ref("excluded.user_principal_name"),
          teams_user_id: set.ref("excluded.teams_user_id"),
        })),
      )
      .returning("id")
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Who owns the team owns the group; who no longer does and was nothing else becomes a member. */
async function storeOwners(
  trx: Trx,
  groupId: string,
  owners: ReadonlySet<string>,
): Promise<void> {
  const ids = [...owners];
  const owning = sql<boolean>`person_id in (select id from people where object_id = any(${ids}::text[]))`;
  await trx
    .updateTable("group_members")
    .set({ role: "owner", owns_team: true })
    .where("group_id", "=", groupId)
    .where("role", "!=", "owner")
    .where(owning)
    .execute();
  await trx
    .updateTable("group_members")
    .set({ role: "member", owns_team: false })
    .where("group_id", "=", groupId)
    .where("owns_team", "=", true)
    .where((where) => where.not(owning))
    .execute();
}
