import type { Logger } from "pino";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { EventRow } from "../db/tables/events.ts";
import { forbidden } from "../errors.ts";
import { hostNames } from "../events/event-groups.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { csvMediaType } from "./csv.ts";
import type { Download } from "./download.ts";
import { downloadName } from "./download-name.ts";
import { noteDownload, type EventListName } from "./download-store.ts";

export interface DownloadDeps {
  db: Db;
  clock: Clock;
  log: Logger;
}

/** A list of people that owners can take along. */
export interface EventList {
  name: EventListName;
  /** What it tells, for who may not have it: `who came`. */
  tells: string;
  read: (
    deps: DownloadDeps,
    event: EventRow,
  ) => Promise<{ people: number; pieces: Iterable<string> }>;
}

/**
 * A list of an event's people as CSV, for owners; that it was taken is on record before its first piece is.
 * @throws {AppError} when the event is unseen, or its lists are not for the actor
 */
export async function downloadEventList(
  deps: DownloadDeps,
  given: { actor: Actor; eventId: string; list: EventList },
): Promise<Download> {
  const { actor, eventId, list } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.export", event: seen.facts }))
    throw forbidden(
      `Only owners of ${namesOf(hostNames(seen))} download ${list.tells}. Ask one of them.`,
    );
  const { event } = seen;
  const { people, pieces } = await list.read(deps, event);
  await deps.db.transaction().execute((trx) =>
    noteDownload(trx, {
      actor,
      eventId,
      list: list.name,
      at: deps.clock.now(),
    }),
  );
  deps.log.info(
    { event: eventId, list: list.name, people },
    "a list of people is downloaded",
  );
  return {
    fileName: downloadName(
      { title: event.title, start: event.start_local },
      ` ${list.name}.csv`,
    ),
    mediaType: csvMediaType,
    pieces,
  };
}
