import type { Answered } from "../../../contract/event-list.ts";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { notFound } from "../../errors.ts";
import { readUndo } from "../../responses/read-undo.ts";
import { loadSeenEvent } from "../load-seen-event.ts";
import { openSummaries, selectListed, summariesOf } from "./listed-events.ts";

/**
 * One event as lists show it, with what the actor can take back of their answer to it.
 * @throws {AppError} when the actor sees no such event in lists
 */
export async function viewAnswered(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string },
): Promise<Answered> {
  const { actor, eventId } = given;
  const { event, own } = await loadSeenEvent(deps, actor, eventId);
  const listed = { actor, groupId: null, asLead: true };
  const ids = selectListed(deps.db, listed).where("event.id", "=", eventId);
  const row = await summariesOf(deps.db, actor, ids).executeTakeFirst();
  if (!row) throw notFound("event");
  const summaryOf = await openSummaries(deps, listed);
  return {
    event: summaryOf(row),
    undo: await readUndo(deps.db, { event, own, now: deps.clock.now() }),
  };
}
