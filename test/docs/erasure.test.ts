import pg from "pg";
import { migrate } from "../../bot/src/db/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";
import { readPage } from "./read-page.ts";

const person = {
  "<object id>": "a0000000-0000-4000-8000-00000000000a",
  "<name>": "Isaiah Langer",
  "<address>": "isaiah.langer@contoso.com",
  "<sign-in name>": "isaiahl@contoso.com",
};
const [id, name, address, signInName] = Object.values(person);

/** The statements of the page, as an operator fills them in. */
function erasure(): string {
  const block = /```sql\n([^]*?)```/.exec(readPage("docs/privacy.md"))?.[1];
  if (block === undefined) throw new Error("The page has no statements.");
  return Object.entries(person).reduce(
    (text, [place, value]) => text.replaceAll(place, value),
    block,
  );
}

/** Somebody who is a member, an attendee and an admin, in every table that may name them. */
const everywhere = `
  insert into people (id, object_id, display_name, address, user_principal_name)
    values ('10000000-0000-4000-8000-000000000001', '${id}', '${name}', '${address}', '${signInName}');
  insert into groups (id, team_id, name, conversation_reference, created_at)
    values ('20000000-0000-4000-8000-000000000001', '19:team', 'Women at Contoso', '{"user": {"aadObjectId": "${id}", "name": "${name}"}}', now());
  insert into group_members (group_id, person_id, role)
    values ('20000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', 'owner');
  insert into personal_chats (object_id, conversation_id, service_url, installed)
    values ('${id}', 'a:1', 'https://smba.example/', true);
  insert into scheduled_events (
    id, group_id, title, description, start_local, end_local, time_zone, starts_at, ends_at, is_online,
    location, audience_group, audience_addresses, created_by, changed_by, changed_by_name, created_at, updated_at, meeting_state, paused_at, paused_by_name
  ) values (
    '30000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001', 'Lunch', '',
    '2031-12-01T12:00', '2031-12-01T13:00', 'Europe/London', '2031-12-01T12:00Z', '2031-12-01T13:00Z',
    true, '', true, '{${address}}', '${id}', '${id}', '${name}', now(), now(), 'none', now(), '${name}'
  );
  insert into waves (event_id, number, transaction_id)
    values ('30000000-0000-4000-8000-000000000001', 1, '40000000-0000-4000-8000-000000000001');
  insert into event_meetings (event_id, join_url, online_meeting_id, coorganizers, given_to)
    values ('30000000-0000-4000-8000-000000000001', 'https://teams.example/1', 'm1', '{${id},o2}', '{${id},o2}');
  insert into attendance_sessions (event_id, report_id, started_at, ended_at, participants, listed)
    values ('30000000-0000-4000-8000-000000000001', 'r1', now(), now(), 3, 3);
  insert into attendance_visits (
    event_id, report_id, n, object_id, address, display_name, kind, seconds, first_join_at, last_leave_at, stays
  ) values
    ('30000000-0000-4000-8000-000000000001', 'r1', 0, '${id}', '${address}', '${name}', 'person', 60, now(), now(), '[]'),
    ('30000000-0000-4000-8000-000000000001', 'r1', 1, null, '${signInName}', 'Isaiah', 'guest', 60, now(), now(), '[]'),
    ('30000000-0000-4000-8000-000000000001', 'r1', 2, null, null, '${name}', 'guest', 60, now(), now(), '[]');
  insert into attendees (id, event_id, address, display_name, object_id, source, answer, answered_at, answered_in)
    values ('50000000-0000-4000-8000-000000000001', '30000000-0000-4000-8000-000000000001', '${address}', '${name}',
      '${id}', 'audience', 'accepted', now(), 'tab');
  insert into room_attendance (id, event_id, attendee_id, object_id, address, display_name, ticked_by, ticked_by_name, ticked_at) values
    ('90000000-0000-4000-8000-000000000001', '30000000-0000-4000-8000-000000000001', '50000000-0000-4000-8000-000000000001',
      '${id}', '${address}', '${name}', '${id}', '${name}', now()),
    ('90000000-0000-4000-8000-000000000002', '30000000-0000-4000-8000-000000000001', null, null, null, '${name}', 'o2', 'Megan', now()),
    ('90000000-0000-4000-8000-000000000003', '30000000-0000-4000-8000-000000000001', null, null, null, 'Lee', '${id}', '${name}', now());
  insert into event_history (event_id, happened_at, kind, by_id, by_name)
    values ('30000000-0000-4000-8000-000000000001', now(), 'changed', '${id}', '${name}');
  insert into attendance_downloads (event_id, downloaded_by, downloaded_by_name, downloaded_at)
    values ('30000000-0000-4000-8000-000000000001', '${id}', '${name}', now());
  insert into insight_downloads (downloaded_by, downloaded_by_name, downloaded_at, from_day, until_day, of_all_groups)
    values ('${id}', '${name}', now(), '2031-01-01', '2031-12-31', false);
  insert into thank_yous (event_id, count, asked_by, asked_by_name, asked_at)
    values ('30000000-0000-4000-8000-000000000001', 12, '${id}', '${name}', now());
  insert into held_changes (event_id, kind, version, content, held_by, held_by_name, held_at, due_at)
    values ('30000000-0000-4000-8000-000000000001', 'change', 2, '{"audience": {"addresses": ["${address}"]}}', '${id}', '${name}', now(), now());
  insert into idempotency_keys (actor, key, request_hash, event_id, created_at)
    values ('${id}', 'k', 'h', '30000000-0000-4000-8000-000000000001', now());
  insert into service_accounts (
    id, object_id, tenant_id, user_principal_name, display_name, address, home_account_id, scopes, state, is_default,
    connected_at, connected_by, connected_by_name
  ) values (
    '60000000-0000-4000-8000-000000000001', 'o9', 't1', 'ergs@contoso.com', 'Contoso ERGs', 'ergs@contoso.com',
    'o9.t1', '{}', 'connected', true, now(), '${id}', '${name}'
  );
  insert into sign_ins (id, state, begun_by, begun_by_name, begun_at, expires_at, ticket_hash, outcome, message, ended_at) values
    ('70000000-0000-4000-8000-000000000001', 'ended', '${id}', '${name}', now(), now(), 'h1', 'connected', '', now()),
    ('70000000-0000-4000-8000-000000000002', 'ended', 'o2', 'Megan', now(), now(), 'h2', 'wrongAccount', 'You signed in as ${signInName}.', now());
  insert into admin_consents (state_hash, begun_by, begun_at, expires_at) values ('h3', '${id}', now(), now());
  insert into admins (object_id, display_name, by_role, seen_at) values ('${id}', '${name}', true, now());
  insert into admin_notices (object_id, topic, told, told_at) values ('${id}', 'account:1', 'connected', now());
  insert into mailing_lists (
    id, name, address, about, kind, created_by, created_by_name, created_at, changed_by, changed_by_name, changed_at
  ) values (
    '80000000-0000-4000-8000-000000000001', 'All employees', 'all@contoso.com', 48000, 'list', '${id}', '${name}', now(),
    '${id}', '${name}', now()
  );
  update organization_settings set grant_for_everybody = '${name}';
`;

describe("the erasure in the page on privacy", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.connectionString });
    await migrate(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** Tables with a row that names the person in any way. */
  async function tablesWithPerson(): Promise<string[]> {
    const { rows } = await pool.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' order by tablename",
    );
    const found: string[] = [];
    for (const { tablename } of rows) {
      const { rowCount } = await pool.query(
        `select 1 from ${tablename} row where row::text ilike any ($1)`,
        [Object.values(person).map((value) => `%${value}%`)],
      );
      if (rowCount) found.push(tablename);
    }
    return found;
  }

  it("leaves nothing that names the person, and the rest as it is", async () => {
    await pool.query(everywhere);
    expect(await tablesWithPerson()).toEqual([
      "admin_consents",
      "admin_notices",
      "admins",
      "attendance_downloads",
      "attendance_visits",
      "attendees",
      "event_history",
      "event_meetings",
      "groups",
      "held_changes",
      "idempotency_keys",
      "insight_downloads",
      "mailing_lists",
      "organization_settings",
      "people",
      "personal_chats",
      "room_attendance",
      "scheduled_events",
      "service_accounts",
      "sign_ins",
      "thank_yous",
    ]);
    await pool.query(erasure());
    expect(await tablesWithPerson()).toEqual([]);
    const { rows } = await pool.query(
      "select (select count(*) from scheduled_events) as events, (select count(*) from service_accounts) as accounts, (select count(*) from room_attendance) as in_room",
    );
    expect(rows).toEqual([{ events: "1", accounts: "1", in_room: "1" }]);
  });
});
