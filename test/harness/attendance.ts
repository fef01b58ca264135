import pg from "pg";
import {
  attendancePeopleSchema,
  attendanceSchema,
  type Attendance,
  type AttendanceFilter,
  type AttendancePerson,
} from "../../bot/contract/attendance.ts";
import type { Api } from "./api.ts";
import type { World } from "./world.ts";

/** What somebody sees of who came. */
export async function attendanceOf(
  api: Api,
  eventId: string,
): Promise<Attendance> {
  const { status, body } = await api.send(
    "GET",
    `/api/events/${eventId}/attendance`,
  );
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return attendanceSchema.parse(body);
}

/** All pages of the list. */
export async function peopleWhoCame(
  api: Api,
  eventId: string,
  filter: AttendanceFilter = "came",
): Promise<AttendancePerson[]> {
  const found: AttendancePerson[] = [];
  let cursor: string | null = null;
  do {
    const after: string =
      cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await api.send(
      "GET",
      `/api/events/${eventId}/attendance/people?filter=${filter}${after}`,
    );
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    const page = attendancePeopleSchema.parse(body);
    found.push(...page.people);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/**
 * Takes away the next tries that wait in the queue, where a test moves the time: the queue looks for them every few
 * seconds of real time, the search that comes round finds what is due at once.
 */
export async function forgetPostponedTries(world: World): Promise<void> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  try {
    await client.query(
      "delete from pgboss.job where name = 'attendance.read' and state = 'created'",
    );
  } finally {
    await client.end();
  }
}
