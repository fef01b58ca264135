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

/**
 * Remembers who is an admin by the app role in their token: the bot has no other way to learn it. Somebody who
 * is none any more is forgotten when they next open the app.
 */
export async function noteAdmin(
  deps: { db: Db; clock: Clock },
  actor: Actor,
): Promise<void> {
  const known = await deps.db
    .selectFrom("admins")
    .where("object_id", "=", actor.objectId)
    .select(["display_name", "seen_at"])
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
  const isCurrent =
    known?.display_name === actor.displayName &&
    now.getTime() - known.seen_at.getTime() < 86_400_000;
  if (isCurrent) return;
  const seen = { display_name: actor.displayName, seen_at: now };
  await deps.db
    .insertInto("admins")
    .values({ object_id: actor.objectId, ...seen })
    .onConflict((conflict) => conflict.column("object_id").doUpdateSet(seen))
    .execute();
}

/** Days after which somebody who has not opened the app is no longer taken for an admin, whom nothing else would tell. */
const seenWithinDays = 90;

/** Every admin that is known: by role, as far as they have opened the app, and by ADMIN_USERS. By name. */
export async function listAdmins(deps: {
  db: Db;
  clock: Clock;
  config: Pick<Config, "ADMIN_USERS">;
}): Promise<Admin[]> {
  const longAgo = new Date(
    deps.clock.now().getTime() - seenWithinDays * 86_400_000,
  );
  const seen = await deps.db
    .selectFrom("admins")
    .where("seen_at", ">", longAgo)
    .select(["object_id", "display_name"])
    .execute();
  const ids = [
    ...new Set([
      ...seen.map((row) => row.object_id),
      ...deps.config.ADMIN_USERS,
    ]),
  ];
  if (ids.length === 0) return [];
  const [people, chats, teams] = await Promise.all([
    deps.db
      .selectFrom("people")
      .where("object_id", "in", ids)
      .select(["object_id", "display_name", "teams_user_id"])
      .execute(),
    deps.db
      .selectFrom("personal_chats")
      .where("object_id", "in", ids)
      .where("installed", "=", true)
      .select(["object_id", "service_url", "conversation_id"])
      .execute(),
    deps.db
      .selectFrom("group_members")
      .innerJoin("people", "people.id", "person_id")
      .innerJoin("groups", "groups.id", "group_id")
      .where("people.object_id", "in", ids)
      .where("groups.installed", "=", true)
      .where("in_roster", "=", true)
      .select(["people.object_id", "conversation_reference"])
      .execute(),
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
        place: chat
          ? {
              kind: "chat",
              serviceUrl: chat.service_url,
              conversationId: chat.conversation_id,
            }
          : team && person?.teams_user_id
            ? {
                kind: "member",
                // Written by the bot when the app was added to the team.
                serviceUrl: (
                  team.conversation_reference as { serviceUrl: string }
                ).serviceUrl,
                teamsUserId: person.teams_user_id,
              }
            : null,
      };
    })
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName));
}
