import { sql } from "kysely";
import {
  attendeePageSize,
  type AttendeeOrder,
  type AttendeeQuery,
  type FoundAttendees,
} from "../../contract/found-attendees.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { forbidden } from "../errors.ts";
import { hostNames } from "./event-groups.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import { asAttendee } from "./seen-attendees.ts";

/**
 * A page of those invited to an event who fit.
 * @throws {AppError} when the event is unseen, or its names are not for the actor
 */
export async function findAttendees(
  deps: { db: Db; clock: Clock },
  given: AttendeeQuery & {
    actor: Actor;
    eventId: string;
    /** How many come before the page. */
    from: number;
  },
): Promise<FoundAttendees> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.seeAttendees", event: seen.facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} see who is invited. Ask one of them.`,
    );
  const found = selectFitting(deps.db, given);
  const rows = await found
    .selectAll()
    .orderBy(sql`outlook_state = 'removed'`, "desc")
    .orderBy(orders[given.order])
    .orderBy("display_name")
    .orderBy("address")
    .offset(given.from)
    .limit(attendeePageSize)
    .execute();
  const { count } = await found
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return { attendees: rows.map(asAttendee), count: Number(count) };
}

function selectFitting(
  db: Db,
  { eventId, search, answer }: AttendeeQuery & { eventId: string },
) {
  let found = db
    .selectFrom("attendees")
    .where("event_id", "=", eventId)
    .where("wanted", "=", true);
  if (search !== "")
    found = found.where(
      sql<boolean>`strpos(lower(display_name || ' ' || address), lower(${search})) > 0`,
    );
  if (answer !== null) found = found.where("answer", "=", answer);
  // Nobody knows who on a list has not answered.
  if (answer === "none") found = found.where("list_size", "is", null);
  return found;
}

const orders: Record<AttendeeOrder, ReturnType<typeof sql>> = {
  name: sql`display_name`,
  answer: sql`array_position(array['accepted', 'tentative', 'declined', 'none'], answer)`,
  answered: sql`answered_at desc nulls last`,
};
