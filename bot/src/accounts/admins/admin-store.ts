import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";

/** An admin, and where the bot can write to them; `place` is null where it cannot. */
export interface Admin {
  objectId: string;
  displayName: string;
  place:
    | { kind: "chat"; serviceUrl: string; conversationId: string }
    /** No chat yet, but a team of theirs has the app, which lets the bot open one. */
    | { kind: "member"; serviceUrl: string; teamsUserId: string }
    | null;
}

interface AdminDeps {
  db: Db;
  clock: Clock;
  config: Pick<Config, "ADMIN_USERS">;
}

const dayMs = 86_400_000;

/**
 * Remembers who is an admin by the app role in their token: the bot has no other way to learn it. Somebody who
 * is none any more is forgotten when they next open the app.
 */
export async function noteAdmin(deps: AdminDeps, actor: Actor): Promise<void> {
  const known = await deps.db
    .selectFrom("admins")
    .where("object_id", "=", actor.objectId)
    .select(["display_name", "by_role", "seen_at"])
    .executeTakeFirst();
  const now = deps.clock.now();
  if (!actor.isAdmin) {
    if (known)
      await deps.db
        .deleteFrom("admins")
        .where("object_id", "=", actor.objectId)
        .execute();
    return;
  }
  const byRole = !deps.config.ADMIN_USERS.includes(actor.objectId);
  const isCurrent =
    known?.display_name === actor.displayName &&
    known.by_role === byRole &&
    now.getTime() - known.seen_at.getTime() < dayMs;
  if (isCurrent) return;
  const seen = {
    display_name: actor.displayName,
    by_role: byRole,
    seen_at: now,
  };
  await deps.db
    .insertInto("admins")
    .values({ object_id: actor.objectId, ...seen })
    .onConflict((conflict) => conflict.column("object_id").doUpdateSet(seen))
    .execute();
}

/** Days after which somebody by role who has not opened the app is taken for an admin no more, unless nobody else is left. */
const seenWithinDays = 90;

/** The topic under which it is noted that the bot was refused by somebody. */
export const outOfReachTopic = "outOfReach";

/** Every admin that is known: by role, as far as they have opened the app, and by ADMIN_USERS. By name. */
export async function listAdmins(deps: AdminDeps): Promise<Admin[]> {
  const seen = await deps.db
    .selectFrom("admins")
    .select(["object_id", "display_name", "by_role", "seen_at"])
    .execute();
  const ids = adminIds(seen, deps.config.ADMIN_USERS, deps.clock.now());
  if (ids.length === 0) return [];
  const [people, chats, teams, outOfReach] = await Promise.all([
    findPeople(deps.db, ids),
    findChats(deps.db, ids),
    findTeams(deps.db, ids),
    findOutOfReach(deps, ids),
  ]);
  return ids
    .map((objectId): Admin => {
      const person = people.find((row) => row.object_id === objectId);
      const chat = chats.find((row) => row.object_id === objectId);
      const team = teams.find((row) => row.object_id === objectId);
      return {
        objectId,
        displayName:
          person?.display_name ??
          seen.find((row) => row.object_id === objectId)?.display_name ??
          "An administrator of ADMIN_USERS",
        place: outOfReach.has(objectId)
          ? null
          : placeOf({ chat, team, person }),
      };
    })
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
}

/** Pure. */
function adminIds(
  seen: readonly { object_id: string; by_role: boolean; seen_at: Date }[],
  byConfiguration: readonly string[],
  now: Date,
): string[] {
  const byRole = seen.filter((row) => row.by_role);
  const recent = byRole.filter(
    ({ seen_at }) => now.getTime() - seen_at.getTime() < seenWithinDays * dayMs,
  );
  const isAnybodyLeft = recent.length > 0 || byConfiguration.length > 0;
  return [
    ...new Set([
      // A connection that ran for months without anybody's visit still breaks under somebody's eyes.
      ...(isAnybodyLeft ? recent : byRole).map((row) => row.object_id),
      ...byConfiguration,
    ]),
  ];
}

function placeOf(found: {
  chat: { service_url: string; conversation_id: string } | undefined;
  team: { conversation_reference: unknown } | undefined;
  person: { teams_user_id: string | null } | undefined;
}): Admin["place"] {
  const { chat, team, person } = found;
  if (chat)
    return {
      kind: "chat",
      serviceUrl: chat.service_url,
      conversationId: chat.conversation_id,
    };
  if (!team || !person?.teams_user_id) return null;
  return {
    kind: "member",
    // Written by the bot when the app was added to the team.
    serviceUrl: (team.conversation_reference as { serviceUrl: string })
      .serviceUrl,
    teamsUserId: person.teams_user_id,
  };
}

function findPeople(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("people")
    .where("object_id", "in", ids)
    .select(["object_id", "display_name", "teams_user_id"])
    .execute();
}

function findChats(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("personal_chats")
    .where("object_id", "in", ids)
    .where("installed", "=", true)
    .select(["object_id", "service_url", "conversation_id"])
    .execute();
}

function findTeams(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("group_members")
    .innerJoin("people", "people.id", "person_id")
    .innerJoin("groups", "groups.id", "group_id")
    .where("people.object_id", "in", ids)
    .where("groups.installed", "=", true)
    .where("in_roster", "=", true)
    .select(["people.object_id", "conversation_reference"])
    .execute();
}

/** Whom the bot could not write to within the last day; then it is tried again. */
async function findOutOfReach(
  deps: AdminDeps,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await deps.db
    .selectFrom("admin_notices")
    .where("object_id", "in", ids)
    .where("topic", "=", outOfReachTopic)
    .where("told_at", ">", new Date(deps.clock.now().getTime() - dayMs))
    .select("object_id")
    .execute();
  return new Set(rows.map(({ object_id }) => object_id));
}

/** Forgets who was an admin long ago, once there are others, and what they were told. */
export async function forgetFormerAdmins(
  deps: Pick<AdminDeps, "db" | "clock">,
): Promise<void> {
  const longAgo = new Date(deps.clock.now().getTime() - seenWithinDays * dayMs);
  await deps.db
    .deleteFrom("admins")
    .where("seen_at", "<", longAgo)
    .where((where) =>
      where.exists(
        where
          .selectFrom("admins as other")
          .where("other.seen_at", ">=", longAgo)
          .where("other.by_role", "=", true)
          .select("other.object_id"),
      ),
    )
    .execute();
  await deps.db
    .deleteFrom("admin_notices")
    .where("told_at", "<", longAgo)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("admins")
            .whereRef("admins.object_id", "=", "admin_notices.object_id")
            .select("admins.object_id"),
        ),
      ),
    )
    .execute();
}
