import pg from "pg";
import type {
  Attendance,
  AttendancePeople,
} from "../../bot/contract/attendance.ts";
import type { Api } from "./api.ts";
import { waitFor } from "./wait-for.ts";
import type { World } from "./world.ts";

/** Events that are over, and who came to them. */
export interface PastEvents {
  /** Lets an event be over: it began two hours ago and ended one hour ago, or so many hours earlier. */
  letBeOver(id: string, hoursEarlier?: number): Promise<void>;
  /** Has what is due be looked for now, as the backend does every few minutes. */
  lookNow(): Promise<void>;
  /** Has the next look at one event's attendance be due now, whenever it was to come. */
  lookAgain(id: string): Promise<void>;
  attendance(id: string, api: Api): Promise<Attendance>;
  until(
    id: string,
    api: Api,
    check: (attendance: Attendance) => boolean,
  ): Promise<Attendance>;
  people(id: string, api: Api, query?: string): Promise<AttendancePeople>;
  close(): Promise<void>;
}

export async function openPastEvents(
  world: Pick<World, "database">,
): Promise<PastEvents> {
  const client = new pg.Client(world.database.connectionString);
  await client.connect();
  const lookNow = async () => {
    await client.query(
      "insert into pgboss.job (name, data, singleton_key, policy) values ('attendance.read-due', '{}', 'all', 'short') on conflict do nothing",
    );
    // As the queue itself says it; otherwise it would be seconds before a worker looks.
    await client.query(
      "select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), 'attendance.read-due')",
    );
  };
  const read = async <T>(api: Api, path: string): Promise<T> => {
    const { status, body } = await api.send<T>("GET", path);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const attendance: PastEvents["attendance"] = (id, api) =>
    read(api, `/api/events/${id}/attendance`);
  return {
    letBeOver: async (id, hoursEarlier = 0) => {
      await client.query(
        `update scheduled_events
         set starts_at = now() - make_interval(hours => $2 + 2), ends_at = now() - make_interval(hours => $2 + 1)
         where id = $1`,
        [id, hoursEarlier],
      );
    },
    lookNow,
    lookAgain: async (id) => {
      await client.query(
        "update attendance_readings set next_try_at = now() where event_id = $1 and next_try_at is not null",
        [id],
      );
      await lookNow();
    },
    attendance,
    until: (id, api, check) =>
      waitFor("attendance", async () => {
        const seen = await attendance(id, api);
        if (!check(seen)) throw new Error(JSON.stringify(seen));
        return seen;
      }),
    people: (id, api, query = "") =>
      read(api, `/api/events/${id}/attendance/people${query}`),
    close: () => client.end(),
  };
}

/** So many minutes before now, as Teams and requests say it. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}
