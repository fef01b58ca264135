import type { AnswerDownloads } from "../../contract/found-attendees.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { EventList } from "../downloads/download-event-list.ts";
import { listDownloads } from "../downloads/download-store.ts";
import { forbidden } from "../errors.ts";
import { hostNames } from "../events/event-groups.ts";
import { listAttendees } from "../events/event-store.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { answersCsv } from "./answers-csv.ts";

/** Who is invited to an event, and what they answered. */
export const answerList: EventList = {
  name: "answers",
  tells: "who answered what",
  read: async ({ db }, event) => {
    const attendees = (await listAttendees(db, event.id)).filter(
      ({ wanted }) => wanted,
    );
    return {
      people: attendees.length,
      pieces: answersCsv(attendees, event.time_zone),
    };
  },
};

/**
 * Who took the answers along, for leads.
 * @throws {AppError} when the event is unseen, or its names are not for the actor
 */
export async function listAnswerDownloads(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; eventId: string },
): Promise<AnswerDownloads> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.seeAttendees", event: seen.facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} see who took the answers along. Ask one of them.`,
    );
  return {
    canDownload: may(actor, { action: "event.export", event: seen.facts }),
    downloads: await listDownloads(deps.db, { eventId, list: "answers" }),
  };
}
