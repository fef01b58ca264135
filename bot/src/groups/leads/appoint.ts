import type { GroupRole } from "../../../contract/groups.ts";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import type { Clock } from "../../clock.ts";
import type { Db, Trx } from "../../db/database.ts";
import type { GroupRow } from "../../db/tables/groups.ts";
import { AppError, forbidden, notFound } from "../../errors.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { followLeads } from "../../meetings/request-meetings.ts";
import { tellGroupWatchers } from "../tell-group-watchers.ts";
import { findOwnGroup } from "./list-leads.ts";

/**
 * Makes a member of a group one of its owners or contributors, or no lead any more. The Teams meetings of its coming events
 * follow. Safe to repeat.
 * @throws {AppError} when the actor does not own the group (any more), nobody in it is meant, the role comes from owning the
 * team, or the group would be left without an owner
 */
export async function appoint(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: { actor: Actor; groupId: string; objectId: string; role: GroupRole },
): Promise<void> {
  const { actor, role } = given;
  const group = await findOwnGroup(deps.db, given);
  checkMayAppoint(actor, group);
  await deps.db.transaction().execute(async (trx) => {
    // Two owners who take each other's role away at once come one after the other.
    await trx
      .selectFrom("groups")
      .where("id", "=", group.id)
      .select("id")
      .forUpdate()
      .executeTakeFirstOrThrow();
    const people = await listOwnersAnd(trx, group.id, [given.objectId]);
    const owners = people.filter((one) => one.role === "owner");
    if (!owners.some(({ object_id }) => object_id === actor.objectId))
      throw onlyOwners(group);
    const person = people.find(({ object_id }) => object_id === given.objectId);
    if (!person) throw notFound("member of this group");
    if (person.role === role) return;
    if (person.owns_team) throw ownsTeam(person.display_name);
    if (person.role === "owner" && owners.length === 1) throw lastOwner(group);
    await followLeads(deps, trx, group.id, async () => {
      await trx
        .updateTable("group_members")
        .set({ role })
        .where("group_id", "=", group.id)
        .where("person_id", "=", person.id)
        .execute();
    });
    await tellGroupWatchers(trx, { groupId: group.id, now: deps.clock.now() });
  });
}

/** @throws {AppError} */
export function checkMayAppoint(actor: Actor, group: GroupRow): void {
  if (!may(actor, { action: "group.appoint", group })) throw onlyOwners(group);
}

function listOwnersAnd(
  trx: Trx,
  groupId: string,
  objectIds: readonly string[],
) {
  return trx
    .selectFrom("group_members")
    .innerJoin("people", "people.id", "group_members.person_id")
    .where("group_id", "=", groupId)
    .where("in_roster", "=", true)
    .where((where) =>
      where.or([
        where("role", "=", "owner"),
        where("object_id", "in", objectIds),
      ]),
    )
    .select(["people.id", "object_id", "display_name", "role", "owns_team"])
    .execute();
}

function onlyOwners({ name }: GroupRow): AppError {
  return forbidden(
    `Only owners of ${name} say who else leads it. Ask one of them.`,
  );
}

function ownsTeam(name: string): AppError {
  return new AppError({
    code: "ownsTeam",
    status: 409,
    message: `${name} owns the team in Teams and so is an owner here. Take the team's ownership away in Teams first; ERG Events follows within some hours.`,
  });
}

function lastOwner({ name }: GroupRow): AppError {
  return new AppError({
    code: "lastOwner",
    status: 409,
    message: `This is the last owner of ${name}. Appoint another owner first.`,
  });
}
