import { sql } from "kysely";
import type { FoundAttendees } from "../../contract/found-attendees.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { forbidden } from "../errors.ts";
import { hostNames } from "./event-groups.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import { asAttendee } from "./seen-attendees.ts";

/** Found are more; shown are these. */
const pageSize = 100;

/**
 * Finds people among those invited to an event, by a part of their name or address, whatever the case.
 * @throws {AppError} when the event is unseen, or its names are not for the actor
 */
export async function findAttendees(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string; search: string },
): Promise<FoundAttendees> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.seeAttendees", event: seen.facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} see who is invited. Ask one of them.`,
    );
  const found = deps.db
    .selectFrom("attendees")
    .where("event_id", "=", eventId)
    .where("wanted", "=", true)
    .where(
      sql<boolean>`strpos(lower(display_name || ' ' || address), lower(${given.search})) > 0`,
    );
  const rows = await found
    .selectAll()
    .orderBy("display_name")
    .orderBy("address")
    .limit(pageSize)
    .execute();
  const { count } = await found
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return { attendees: rows.map(asAttendee), count: Number(count) };
}
