import type { Logger } from "pino";
import type { AnswerDownloads } from "../../../contract/found-attendees.ts";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import {
  csvMediaType,
  type Download,
} from "../../attendance/download/download-attendance.ts";
import { downloadName } from "../../attendance/download/download-name.ts";
import {
  listDownloads,
  noteDownload,
} from "../../attendance/download/download-store.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { forbidden } from "../../errors.ts";
import { hostNames } from "../../events/event-groups.ts";
import { listAttendees } from "../../events/event-store.ts";
import { loadSeenEvent } from "../../events/load-seen-event.ts";
import { answersCsv } from "./answers-csv.ts";

/**
 * Who is invited to an event and what they answered, for owners; that it was taken is on record before its first piece
 * is.
 * @throws {AppError} when the event is unseen, or its list is not for the actor
 */
export async function downloadAnswers(
  deps: { db: Db; clock: Clock; log: Logger },
  given: { actor: Actor; eventId: string },
): Promise<Download> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.export", event: seen.facts }))
    throw forbidden(
      `Only owners of ${namesOf(hostNames(seen))} download who answered what. Ask one of them.`,
    );
  const { event } = seen;
  const attendees = (await listAttendees(deps.db, eventId)).filter(
    ({ wanted }) => wanted,
  );
  await deps.db.transaction().execute((trx) =>
    noteDownload(trx, {
      actor,
      eventId,
      list: "answers",
      at: deps.clock.now(),
    }),
  );
  deps.log.info(
    { event: eventId, people: attendees.length },
    "a list of answers is downloaded",
  );
  return {
    fileName: downloadName(
      { title: event.title, start: event.start_local },
      " answers.csv",
    ),
    mediaType: csvMediaType,
    pieces: answersCsv(attendees, event.time_zone),
  };
}

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
