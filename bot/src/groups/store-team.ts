import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { noteCardProblem } from "../cards/note-card-problem.ts";
import type { Db, Trx } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import type { TeamChannel, TeamFacts, TeamMember } from "./team-facts.ts";

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

/** Stores the channels that were read; standard ones that are gone take their cards along. */
export async function storeChannels(
  deps: { enqueue: Enqueue },
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
  await noteCardProblem(deps, trx, {
    cards: { channelIds: gone.map(({ channel_id }) => channel_id) },
    from: null,
    to: "channelDeleted",
  });
  await noteCardProblem(deps, trx, {
    cards: { channelIds: team.channels.map(({ id }) => id) },
    from: "channelDeleted",
    to: null,
  });
}

/** Stores who is in the team; roles given here stay. */
export async function storeRoster(
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
export async function storeOwners(
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
