import type { Logger } from "pino";
import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { forbidden } from "../../errors.ts";
import { hostNames } from "../../events/event-groups.ts";
import { loadSeenEvent } from "../../events/load-seen-event.ts";
import { readKnownAttendance } from "../known-attendance.ts";
import { attendanceCsv } from "./attendance-csv.ts";
import { downloadName } from "./download-name.ts";
import { noteDownload } from "./download-store.ts";

/** RFC 4180, 3 */
export const csvMediaType = "text/csv; charset=utf-8; header=present";

/** A file, piece by piece. */
export interface Download {
  fileName: string;
  mediaType: string;
  pieces: Iterable<string>;
}

/**
 * The list of who came to an event, for owners; that it was taken is on record before its first piece is.
 * @throws {AppError} when the event is unseen, or its list is not for the actor
 */
export async function downloadAttendance(
  deps: { db: Db; clock: Clock; log: Logger },
  given: { actor: Actor; eventId: string },
): Promise<Download> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.export", event: seen.facts }))
    throw forbidden(
      `Only owners of ${namesOf(hostNames(seen))} download who came. Ask one of them.`,
    );
  const { event } = seen;
  const { people } = await readKnownAttendance(
    deps.db,
    event,
    deps.clock.now(),
  );
  await deps.db.transaction().execute((trx) =>
    noteDownload(trx, {
      actor,
      eventId,
      list: "attendance",
      at: deps.clock.now(),
    }),
  );
  deps.log.info(
    { event: eventId, people: people.length },
    "a list of who came is downloaded",
  );
  return {
    fileName: downloadName(
      { title: event.title, start: event.start_local },
      " attendance.csv",
    ),
    mediaType: csvMediaType,
    pieces: attendanceCsv(people, event.time_zone),
  };
}
