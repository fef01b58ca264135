import pg from "pg";
import type { TestDatabase } from "./database.ts";

/** What may only change because of something that the product believes. */
const tables = [
  "people",
  "groups",
  "group_channels",
  "group_members",
  "personal_chats",
  "scheduled_events",
  "attendees",
  "answers",
  "event_cards",
];

/** Everything that is stored of people, groups, events, answers and cards, and the jobs that follow from it. */
export interface StoredState {
  read(): Promise<Record<string, unknown[]>>;
  close(): Promise<void>;
}

export async function openStoredState(
  database: TestDatabase,
): Promise<StoredState> {
  const client = new pg.Client({
    connectionString: database.connectionString,
  });
  await client.connect();
  const rowsOf = async (query: string): Promise<unknown[]> => {
    const { rows } = await client.query<{ row: unknown }>(query);
    return rows.map(({ row }) => row);
  };
  return {
    read: async () => {
      const state: Record<string, unknown[]> = {};
      for (const table of tables)
        state[table] = await rowsOf(
          `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`,
        );
      // Jobs that come by the clock carry no payload, and those with which the queue itself sends them say only which.
      state["jobs"] = await rowsOf(
        `select jsonb_build_object('id', id, 'name', name, 'data', data) as row
         from pgboss.job where data is not null and data <> '{}'::jsonb
         and not starts_with(name, '__pgboss__')
         order by created_on, id`,
      );
      return state;
    },
    close: () => client.end(),
  };
}
