import type { Actor } from "../access/actor.ts";
import { loadActor } from "../access/load-actor.ts";
import type { Db } from "../db/database.ts";
import type { ReadMemberships } from "../groups/group-store.ts";
import { storePeople } from "../groups/store-team.ts";
import type { TeamsActivity } from "./activity.ts";
import type { CallConnector } from "./connector.ts";
import { isOurs, memberSchema } from "./team-member.ts";

interface ActorDeps {
  db: Db;
  readMemberships: ReadMemberships;
  adminUsers: readonly string[];
  tenantId: string;
  callConnector: CallConnector;
}

/** Longest wait for who somebody is, in milliseconds: a press waits for it. */
const lookupTimeoutMs = 5_000;

/**
 * Who sent an authenticated activity. Somebody whom no roster has told of yet (a guest of a shared
 * channel, a team that is being read) is looked up in the conversation, once.
 * @returns null when Teams does not say who it is, or it is nobody of this organization
 */
export async function actorOf(
  deps: ActorDeps,
  activity: TeamsActivity,
): Promise<Actor | null> {
  const objectId = activity.from.aadObjectId?.toLowerCase();
  if (!objectId) return null;
  const person = {
    objectId,
    displayName: activity.from.name ?? null,
    signInName: null,
    appRoles: [],
  };
  const actor = await loadActor(deps, person);
  if (actor.mailAddress !== null) return actor;
  const member = await deps
    .callConnector("readMember", activity.serviceUrl, (client, options) =>
      client.conversations.getConversationMember(
        activity.conversation.id,
        activity.from.id,
        { ...options, timeout: lookupTimeoutMs },
      ),
    )
    .then((account) => memberSchema.parse(account))
    .catch(() => null);
  // Nobody vouches for them: they may be of another organization, in a shared channel.
  if (member?.objectId !== objectId || !isOurs(member, deps.tenantId))
    return null;
  await storePeople(deps.db, [member]);
  return loadActor(deps, person);
}
