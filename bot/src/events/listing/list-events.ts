import { sql } from "kysely";
import { z } from "zod";
import type { EventList } from "../../../contract/event-list.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { AppError } from "../../errors.ts";
import {
  openSummaries,
  selectListed,
  summariesOf,
  type Listed,
} from "./listed-events.ts";

/** Of a page where nothing else is asked for, and the most that can be asked for. */
const usualPage = 25;
export const largestPage = 100;

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * A page of the events that concern the actor. Upcoming ones come soonest first, past ones latest first.
 * @throws {AppError} when the cursor is not one of ours
 */
export async function listEvents(
  deps: { db: Db; clock: Clock },
  given: Listed & {
    when: "upcoming" | "past";
    cursor: string | null;
    limit?: number;
  },
): Promise<EventList> {
  const { when, limit = usualPage } = given;
  const now = deps.clock.now();
  const direction = when === "upcoming" ? "asc" : "desc";
  const cursor = given.cursor === null ? null : readCursor(given.cursor);
  let ids = selectListed(deps.db, given)
    .where("event.ends_at", when === "upcoming" ? ">" : "<=", now)
    .orderBy("event.starts_at", direction)
    .orderBy("event.id", direction)
    .limit(limit + 1);
  if (cursor)
    ids = ids.where(
      sql<boolean>`(event.starts_at, event.id) ${sql.raw(when === "upcoming" ? ">" : "<")} (${new Date(cursor[0])}::timestamptz, ${cursor[1]}::uuid)`,
    );
  const rows = await summariesOf(deps.db, given.actor, ids)
    .orderBy("event.starts_at", direction)
    .orderBy("event.id", direction)
    .execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    events: page.map(await openSummaries(deps, given)),
    nextCursor: last
      ? Buffer.from(
          JSON.stringify([last.starts_at.toISOString(), last.id]),
        ).toString("base64url")
      : null,
  };
}

function readCursor(text: string): z.output<typeof cursorSchema> {
  try {
    return cursorSchema.parse(
      JSON.parse(Buffer.from(text, "base64url").toString("utf8")),
    );
  } catch (cause) {
    throw new AppError({
      code: "invalidCursor",
      status: 400,
      field: "cursor",
      message: "This cursor is not valid. Start again with the first page.",
      cause,
    });
  }
}
