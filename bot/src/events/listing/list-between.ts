import type { EventsBetween } from "../../../contract/event-list.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import {
  openSummaries,
  selectListed,
  summariesOf,
  type Listed,
} from "./listed-events.ts";

/** Most events of one answer: more than a month's page can show. */
const mostEvents = 500;

/** The events that concern the actor and take place, wholly or in part, between two moments; soonest first. */
export async function listBetween(
  deps: { db: Db; clock: Clock },
  given: Listed & { from: Date; until: Date },
): Promise<EventsBetween> {
  const ids = selectListed(deps.db, given)
    .where("event.starts_at", "<", given.until)
    .where("event.ends_at", ">", given.from)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(mostEvents + 1);
  const rows = await summariesOf(deps.db, given.actor, ids)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .execute();
  return {
    events: rows.slice(0, mostEvents).map(await openSummaries(deps, given)),
    isWhole: rows.length <= mostEvents,
  };
}
