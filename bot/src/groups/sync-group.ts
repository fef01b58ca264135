import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db, Trx } from "../db/database.ts";

/** A team as the bot can read it where it is installed. */
export interface TeamFacts {
  name: string;
  channels: {
    id: string;
    name: string;
    kind: "standard" | "private" | "shared";
  }[];
  members: TeamMember[];
}

export interface TeamMember {
  /** Entra object id. */
  objectId: string;
  displayName: string;
  address: string | null;
  userPrincipalName: string | null;
}

/** Reads a team; `conversationReference` is what the installation left. */
export type ReadTeam = (conversationReference: unknown) => Promise<TeamFacts>;

/** Brings a group's name, channels and roster up to date with its team. Roles given here stay. */
export async function syncGroup(
  deps: { db: Db; readTeam: ReadTeam },
  payload: { groupId: string },
): Promise<void> {
  const group = await deps.db
    .selectFrom("groups")
    .where("id", "=", payload.groupId)
    .where("installed", "=", true)
    .select(["id", "conversation_reference"])
    .executeTakeFirst();
  if (!group) return;
  const team = await deps.readTeam(group.conversation_reference);
  await deps.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("groups")
      .set({ name: team.name })
      .where("id", "=", group.id)
      .execute();
    await storeChannels(trx, group.id, team);
    await storeRoster(trx, group.id, team);
  });
}

async function storeChannels(
  trx: Trx,
  groupId: string,
  team: TeamFacts,
): Promise<void> {
  await trx
    .deleteFrom("group_channels")
    .where("group_id", "=", groupId)
    .execute();
  if (team.channels.length > 0)
    await trx
      .insertInto("group_channels")
      .values(
        team.channels.map((channel) => ({
          group_id: groupId,
          channel_id: channel.id,
          name: channel.name,
          kind: channel.kind,
        })),
      )
      .execute();
}

async function storeRoster(
  trx: Trx,
  groupId: string,
  team: TeamFacts,
): Promise<void> {
  const personIds: string[] = [];
  for (const member of team.members)
    personIds.push(await storePerson(trx, member));
  if (personIds.length > 0)
    await trx
      .insertInto("group_members")
      .values(
        personIds.map((personId) => ({
          group_id: groupId,
          person_id: personId,
          role: "member" as const,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(["group_id", "person_id"])
          .doUpdateSet({ in_roster: true }),
      )
      .execute();
  await trx
    .updateTable("group_members")
    .set({ in_roster: false })
    .where("group_id", "=", groupId)
    .where(sql<boolean>`not person_id = any(${personIds}::uuid[])`)
    .execute();
}

/** Stores what is known of a person; returns our id of theirs. */
async function storePerson(trx: Trx, person: TeamMember): Promise<string> {
  const facts = {
    display_name: person.displayName,
    address: person.address?.toLowerCase() ?? null,
    user_principal_name: person.userPrincipalName?.toLowerCase() ?? null,
  };
  const { id } = await trx
    .insertInto("people")
    .values({ id: randomUUID(), object_id: person.objectId, ...facts })
    .onConflict((conflict) => conflict.column("object_id").doUpdateSet(facts))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
