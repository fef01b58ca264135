import type { EventHistory } from "../../../contract/event-history.ts";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { forbidden } from "../../errors.ts";
import { hostNames } from "../event-groups.ts";
import { loadSeenEvent } from "../load-seen-event.ts";
import { readHistory } from "./history-store.ts";

/** What happened to an event, for leads. @throws {AppError} when it is unseen, or the actor does not lead it */
export async function listHistory(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string; cursor: string | null },
): Promise<EventHistory> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.lead", event: seen.facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} see what was changed. Ask one of them.`,
    );
  return readHistory(deps.db, {
    eventId,
    reader: actor,
    hostIds: [seen.group, ...seen.coHosts].map(({ id }) => id),
    before: given.cursor,
  });
}
