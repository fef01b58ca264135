import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import type {
  AttendanceSessionRow,
  AttendanceVisitRow,
  RoomAttendanceRow,
} from "../db/tables/attendance.ts";
import type { EventRow } from "../db/tables/events.ts";
import { listAttendees } from "../events/event-store.ts";
import {
  invitedOf,
  type AttendanceFacts,
  type KnownPerson,
  type Tick,
  type Visit,
} from "./attendance-facts.ts";
import { isOfEvent } from "./attendance-window.ts";
import { mergeAttendance, type MergedPerson } from "./merge-attendance.ts";
import { listRoom } from "./room/list-room.ts";

/** What is known of who came to an event, by whatever way. */
export interface KnownAttendance {
  /** By name; those who are invited and did not come, too. */
  people: MergedPerson[];
  /** Of the Teams meeting, earliest first. */
  sessions: { startedAt: Date; endedAt: Date }[];
  /** How many people more Teams counted than it listed. */
  unlisted: number;
}

/**
 * Of an event that is still to take place no session is known, whatever took place at an earlier time of it; nor of one
 * whose reports are being read for the first time, before that is through.
 */
export async function readKnownAttendance(
  db: Db,
  event: EventRow,
  now: Date,
): Promise<KnownAttendance> {
  const isKnown = event.ends_at <= now && !(await isFirstLook(db, event.id));
  const sessions = (isKnown ? await listSessions(db, event.id) : []).filter(
    (session) =>
      isOfEvent(
        { startedAt: session.started_at, endedAt: session.ended_at },
        event,
      ),
  );
  return {
    people: mergeAttendance(await readFacts(db, { event, sessions })),
    sessions: sessions.map((session) => ({
      startedAt: session.started_at,
      endedAt: session.ended_at,
    })),
    unlisted: sessions.reduce(
      (sum, { participants, listed }) =>
        sum + Math.max(0, (participants ?? 0) - listed),
      0,
    ),
  };
}

async function isFirstLook(db: Db, eventId: string): Promise<boolean> {
  const reading = await db
    .selectFrom("attendance_readings")
    .where("event_id", "=", eventId)
    .select("found_at")
    .executeTakeFirst();
  return reading !== undefined && reading.found_at === null;
}

function listSessions(
  db: Db,
  eventId: string,
): Promise<AttendanceSessionRow[]> {
  return db
    .selectFrom("attendance_sessions")
    .where("event_id", "=", eventId)
    .selectAll()
    .orderBy("started_at")
    .orderBy("report_id")
    .execute();
}

async function readFacts(
  db: Db,
  given: { event: EventRow; sessions: readonly AttendanceSessionRow[] },
): Promise<AttendanceFacts> {
  const { event, sessions } = given;
  const invited = invitedOf(await listAttendees(db, event.id));
  const visits = (await listVisits(db, event.id, sessions)).map(asVisit);
  const ticks = (await listRoom(db, event.id)).map(asTick);
  return {
    invited,
    visits,
    ticks,
    known: await listKnown(db, [...invited, ...visits, ...ticks]),
    organizer: await findOrganizer(db, event),
  };
}

/** Also of an account that is disconnected by now. */
async function findOrganizer(
  db: Db,
  event: Pick<EventRow, "account_id">,
): Promise<AttendanceFacts["organizer"]> {
  const account = await db
    .selectFrom("service_accounts")
    .where((where) =>
      event.account_id === null
        ? where("is_default", "=", true)
        : where("id", "=", event.account_id),
    )
    .select(["object_id", "address", "user_principal_name"])
    .executeTakeFirst();
  if (!account) return null;
  const { object_id, address, user_principal_name } = account;
  return {
    objectId: object_id,
    addresses: [address.toLowerCase(), user_principal_name.toLowerCase()],
  };
}

function listVisits(
  db: Db,
  eventId: string,
  sessions: readonly AttendanceSessionRow[],
): Promise<AttendanceVisitRow[]> {
  const reportIds = sessions.map(({ report_id }) => report_id);
  return db
    .selectFrom("attendance_visits")
    .where("event_id", "=", eventId)
    .where(sql<boolean>`report_id = any(${reportIds}::text[])`)
    .selectAll()
    .execute();
}

function asVisit(row: AttendanceVisitRow): Visit {
  return {
    id: `${row.report_id} ${row.n}`,
    objectId: row.object_id,
    address: row.address,
    displayName: row.display_name,
    kind: row.kind,
    seconds: row.seconds,
    firstJoinAt: row.first_join_at,
    lastLeaveAt: row.last_leave_at,
    stays: row.stays.map(({ from, until }) => ({
      from: new Date(from),
      until: new Date(until),
    })),
  };
}

function asTick(row: RoomAttendanceRow): Tick {
  return {
    id: row.id,
    attendeeId: row.attendee_id,
    objectId: row.object_id,
    address: row.address,
    displayName: row.display_name,
    kind: row.visit_kind,
  };
}

/** Those of these people whom rosters know, with every address by which they do. */
async function listKnown(
  db: Db,
  people: readonly { objectId: string | null; address: string | null }[],
): Promise<KnownPerson[]> {
  const ids = new Set(people.flatMap(({ objectId }) => objectId ?? []));
  const addresses = new Set(people.flatMap(({ address }) => address ?? []));
  const rows = await db
    .selectFrom("people")
    .where(
      sql<boolean>`(
        object_id = any(${[...ids]}::text[])
        or address = any(${[...addresses]}::text[])
        or user_principal_name = any(${[...addresses]}::text[])
      )`,
    )
    .select(["object_id", "display_name", "address", "user_principal_name"])
    .execute();
  return rows.map((row) => ({
    objectId: row.object_id,
    displayName: row.display_name,
    addresses: [row.address, row.user_principal_name].filter(
      (address) => address !== null,
    ),
  }));
}
