import type { Audience } from "../../contract/event-content.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { coHostsBesides } from "../audience/invited-groups.ts";
import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";
import type { LoadedEvent } from "./event-store.ts";

/**
 * Checks that the actor leads every group that is to host the event besides its own. Groups that host it already may
 * stay, whoever leads them.
 * @throws {AppError} naming the group; one that the actor must not know of looks like none
 */
export async function checkCoHosts(
  db: Db,
  given: {
    actor: Actor;
    groupId: string;
    audience: Audience;
    /** Those that host it now. */
    before: readonly string[];
  },
): Promise<void> {
  const { actor, before } = given;
  const added = coHostsBesides(given.groupId, given.audience).filter(
    (id) => !before.includes(id),
  );
  if (added.length === 0) return;
  const groups = await db
    .selectFrom("groups")
    .where("id", "in", added)
    .select(["id", "name", "confidential", "installed"])
    .execute();
  const known = groups.filter(
    ({ id, confidential }) => !confidential || actor.roles.has(id),
  );
  if (known.length < added.length)
    throw refused("One of the groups is not there. Reload and choose again.");
  const others = known.filter(
    (group) => !may(actor, { action: "event.schedule", group }),
  );
  if (others.length > 0)
    throw refused(
      `Only owners and contributors of ${others.map(({ name }) => name).join(", ")} invite its members. Ask one of them, or leave it out.`,
    );
}

/** The same of an event that is there already. */
export function checkCoHostsOf(
  db: Db,
  { group, coHosts }: Pick<LoadedEvent, "group" | "coHosts">,
  given: { actor: Actor; wanted: { audience: Audience } },
): Promise<void> {
  return checkCoHosts(db, {
    actor: given.actor,
    groupId: group.id,
    audience: given.wanted.audience,
    before: coHosts.map(({ id }) => id),
  });
}

function refused(message: string): AppError {
  return new AppError({
    code: "coHostRefused",
    status: 422,
    field: "audience.coHosts",
    message,
  });
}
