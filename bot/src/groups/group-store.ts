import { sql } from "kysely";
import type {
  GroupChannel,
  GroupDefaults,
  GroupRole,
  GroupSummary,
} from "../../contract/groups.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Db } from "../db/database.ts";
import { gather } from "../db/gather.ts";
import type { GroupRow } from "../db/tables/groups.ts";

export async function findGroup(
  db: Db,
  groupId: string,
): Promise<GroupRow | null> {
  return (
    (await db
      .selectFrom("groups")
      .where("id", "=", groupId)
      .selectAll()
      .executeTakeFirst()) ?? null
  );
}

/** The groups that the actor belongs to, by name. */
export async function listMyGroups(
  db: Db,
  actor: Actor,
): Promise<GroupSummary[]> {
  const ids = [...actor.roles.keys()];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("groups")
    .where("id", "in", ids)
    .where("installed", "=", true)
    .select(["id", "name", "team_id", "confidential", "installed"])
    .select([
      "usual_channels",
      "usually_online",
      "usually_open",
      "usually_late_joiners",
    ])
    .select((select) =>
      select
        .selectFrom("group_members")
        .whereRef("group_members.group_id", "=", "groups.id")
        .where("in_roster", "=", true)
        .select((count) => count.fn.countAll<string>().as("n"))
        .as("member_count"),
    )
    .orderBy("name")
    .execute();
  const channels = await listChannels(db, ids);
  return rows.map((row) => {
    const canSchedule = may(actor, { action: "event.schedule", group: row });
    const own = canSchedule ? (channels.get(row.id) ?? []) : [];
    return {
      id: row.id,
      name: row.name,
      teamId: row.team_id,
      confidential: row.confidential,
      memberCount: Number(row.member_count),
      myRole: actor.roles.get(row.id) ?? null,
      canSchedule,
      canManage: may(actor, { action: "group.manage", group: row }),
      channels: own,
      defaults: canSchedule ? defaultsOf(row, own) : null,
    };
  });
}

/** Channels that are gone drop out; where all are, General is the usual one again. */
function defaultsOf(
  row: Pick<
    GroupRow,
    | "usual_channels"
    | "usually_online"
    | "usually_open"
    | "usually_late_joiners"
  >,
  channels: readonly GroupChannel[],
): GroupDefaults {
  const chosen = row.usual_channels;
  const left = channels
    .map(({ id }) => id)
    .filter((id) => chosen?.includes(id));
  const isGone = chosen !== null && chosen.length > 0 && left.length === 0;
  return {
    channelIds: chosen === null || isGone ? null : left,
    isOnline: row.usually_online,
    open: row.usually_open,
    lateJoiners: row.usually_late_joiners,
  };
}

/** The channels of groups by group id: General, which has the team's own id, first. */
async function listChannels(
  db: Db,
  groupIds: readonly string[],
): Promise<Map<string, GroupChannel[]>> {
  const rows = await db
    .selectFrom("group_channels")
    .innerJoin("groups", "groups.id", "group_channels.group_id")
    .where("group_id", "in", groupIds)
    .select(["group_id", "channel_id", "group_channels.name", "kind"])
    .orderBy((order) => order("channel_id", "!=", order.ref("team_id")))
    .orderBy("group_channels.name")
    .execute();
  const byGroup = new Map<string, GroupChannel[]>();
  for (const row of rows) {
    const channels = byGroup.get(row.group_id) ?? [];
    byGroup.set(row.group_id, channels);
    channels.push({ id: row.channel_id, name: row.name, kind: row.kind });
  }
  return byGroup;
}

/** What the rosters tell of one person. */
interface Memberships {
  /** By group id. */
  roles: ReadonlyMap<string, GroupRole>;
  displayName: string | null;
  address: string | null;
  userPrincipalName: string | null;
}

/** @param objectId Entra object id; of somebody whom no roster knows the answer is empty */
export type ReadMemberships = (objectId: string) => Promise<Memberships>;

/** Reads what the rosters tell of people; calls of the same moment share a query. */
export function openMemberships(deps: { db: Db }): ReadMemberships {
  return gather((objectIds: string[]) => readAll(deps.db, objectIds));
}

async function readAll(
  db: Db,
  objectIds: readonly string[],
): Promise<Memberships[]> {
  const rows = await db
    .selectFrom("people")
    .leftJoin("group_members", (join) =>
      join
        .onRef("group_members.person_id", "=", "people.id")
        .on("group_members.in_roster", "=", true),
    )
    .where(sql<boolean>`people.object_id = any(${objectIds}::text[])`)
    .select([
      "people.object_id",
      "people.display_name",
      "people.address",
      "people.user_principal_name",
      "group_members.group_id",
      "group_members.role",
    ])
    .execute();
  const rowsOf = Map.groupBy(rows, ({ object_id }) => object_id);
  return objectIds.map((objectId) => {
    const own = rowsOf.get(objectId) ?? [];
    const roles = new Map<string, GroupRole>();
    for (const { group_id, role } of own)
      if (group_id && role) roles.set(group_id, role);
    return {
      roles,
      displayName: own[0]?.display_name ?? null,
      address: own[0]?.address ?? null,
      userPrincipalName: own[0]?.user_principal_name ?? null,
    };
  });
}
