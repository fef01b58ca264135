import { z } from "zod";
import {
  attendancePersonSchema,
  type AttendanceFilter,
  type AttendancePeople,
} from "../../contract/attendance.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { namesOf } from "../cards/render/group-names.ts";
import type { Clock } from "../clock.ts";
import { readTogether, type Db } from "../db/database.ts";
import { AppError, forbidden } from "../errors.ts";
import { hostNames } from "../events/event-groups.ts";
import { loadSeenEvent } from "../events/load-seen-event.ts";
import { cameWithoutAnswer, didNotCome, hasCome } from "./count-attendance.ts";
import { readKnownAttendance } from "./known-attendance.ts";
import { comesBefore, type MergedPerson } from "./merge-attendance.ts";

const pageSize = 100;

const filters: Record<AttendanceFilter, (person: MergedPerson) => boolean> = {
  all: () => true,
  came: hasCome,
  cameWithoutAnswer,
  didNotCome,
};

/**
 * A page of the people of an event's attendance, by name.
 * @throws {AppError} when the event is unseen, or its names are not for the actor
 */
export async function listPeople(
  deps: { db: Db; clock: Clock },
  given: {
    actor: Actor;
    eventId: string;
    filter: AttendanceFilter;
    /** A part of the name or the address, whatever the case; empty: everybody. */
    search: string;
    cursor: string | null;
  },
): Promise<AttendancePeople> {
  const after = given.cursor === null ? null : readCursor(given.cursor);
  const loaded = await readTogether(deps.db, async (db) => {
    const seen = await loadSeenEvent(
      { ...deps, db },
      given.actor,
      given.eventId,
    );
    if (!may(given.actor, { action: "event.seeAttendees", event: seen.facts }))
      throw forbidden(
        `Only owners and contributors of ${namesOf(hostNames(seen))} see who came. Ask one of them.`,
      );
    return readKnownAttendance(db, seen.event, deps.clock.now());
  });
  const search = given.search.toLowerCase();
  const found = loaded.people.filter(
    (person) =>
      filters[given.filter](person) &&
      `${person.displayName} ${person.address ?? ""}`
        .toLowerCase()
        .includes(search),
  );
  const rest = found.filter(
    (person) => after === null || comesBefore(after, person) < 0,
  );
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  return {
    people: page.map((person) => attendancePersonSchema.parse(person)),
    total: found.length,
    nextCursor: last && rest.length > page.length ? cursorAt(last) : null,
  };
}

/** The place after somebody, whoever comes or goes meanwhile. */
const placeSchema = z.object({ displayName: z.string(), key: z.string() });

function cursorAt({ displayName, key }: MergedPerson): string {
  return Buffer.from(JSON.stringify({ displayName, key })).toString(
    "base64url",
  );
}

/** @throws {AppError} */
function readCursor(cursor: string): z.output<typeof placeSchema> {
  try {
    const text = Buffer.from(cursor, "base64url").toString("utf8");
    return placeSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError({
      code: "invalidRequest",
      status: 422,
      field: "cursor",
      message: "This cursor is not valid. Start again with the first page.",
    });
  }
}
