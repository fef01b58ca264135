import type { Attendance } from "../../contract/attendance.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Db } from "../db/database.ts";
import type { SeenEvent } from "../events/load-seen-event.ts";
import { countAttendance } from "./count-attendance.ts";
import { listDownloads } from "../downloads/download-store.ts";
import type { KnownAttendance } from "./known-attendance.ts";
import { whyNotTicked } from "./room/find-event-to-tick.ts";
import { viewThanks } from "./thanks/view-thanks.ts";

/** What one of its leads can do about an event's attendance, and what was done. */
export async function viewForLeads(
  db: Db,
  given: {
    actor: Actor;
    seen: SeenEvent;
    known: KnownAttendance;
    smallestBreakdown: number;
    now: Date;
  },
): Promise<NonNullable<Attendance["forLeads"]>> {
  const { actor, seen, known } = given;
  const { event, facts } = seen;
  return {
    canTick: whyNotTicked(actor, seen, given.now) === null,
    canDownload: may(actor, { action: "event.export", event: facts }),
    thanks: await viewThanks(db, {
      eventId: event.id,
      isOver: facts.hasEnded && !facts.cancelled,
      came: countAttendance(known.people).came,
      unlisted: known.unlisted,
      smallestBreakdown: given.smallestBreakdown,
    }),
    downloads: await listDownloads(db, {
      eventId: event.id,
      list: "attendance",
    }),
  };
}
