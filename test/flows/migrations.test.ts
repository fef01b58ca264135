import pg from "pg";
import { migrate } from "../../bot/src/db/migrate.ts";
import { migration001 } from "../../bot/src/db/migrations/001-events.ts";
import { migration002 } from "../../bot/src/db/migrations/002-cards.ts";
import { createTestDatabase, type TestDatabase } from "../harness/database.ts";

/** What an installation of the first version holds. */
const firstVersion = `
  create table migrations (number integer primary key, applied_at timestamptz not null default now());
  ${migration001}
  insert into migrations (number) values (1);
  insert into people (id, object_id, display_name, address)
    values ('10000000-0000-4000-8000-000000000001', 'o1', 'Adele Vance', 'adelev@contoso.com');
  insert into groups (id, team_id, name, conversation_reference, created_at)
    values ('20000000-0000-4000-8000-000000000001', '19:team', 'Women at Contoso', '{}', now());
  insert into group_members (group_id, person_id, role)
    values ('20000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000001', 'owner');
  insert into scheduled_events (
    id, group_id, title, description, start_local, end_local, time_zone, starts_at, ends_at, is_online,
    location, audience_group, audience_addresses, created_by, created_at, updated_at, transaction_id,
    published_version, meeting_state
  ) values (
    '30000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001', 'Lunch', '',
    '2031-12-01T12:00', '2031-12-01T13:00', 'Europe/London', '2031-12-01T12:00Z', '2031-12-01T13:00Z',
    true, '', true, '{}', 'o1', now(), now(), '40000000-0000-4000-8000-000000000001', 1, 'ready'
  );
  insert into attendees (id, event_id, address, display_name, source, answer, answered_at, answered_in)
    values (
      '50000000-0000-4000-8000-000000000001', '30000000-0000-4000-8000-000000000001',
      'adelev@contoso.com', 'Adele Vance', 'audience', 'accepted', now(), 'outlook'
    );
`;

/** What an installation of the second version holds besides: an account with a trouble, and a sign-in under way. */
const secondVersion = `
  ${migration002}
  insert into migrations (number) values (2);
  insert into service_accounts (
    id, object_id, user_principal_name, display_name, address, home_account_id, scopes, state, problem_code,
    teams_meetings, is_default, connected_at, connected_by, connected_by_name
  ) values (
    '60000000-0000-4000-8000-000000000001', 'o9', 'ergs@contoso.com', 'Contoso ERGs', 'ergs@contoso.com',
    'o9.tenant-1', '{Calendars.ReadWrite}', 'broken', 'mailbox', 'unknown', true, now(), 'o1', 'Isaiah'
  );
  insert into token_caches (account_id, sealed, updated_at)
    values ('60000000-0000-4000-8000-000000000001', 'sealed', now());
  insert into sign_ins (state_hash, begun_by, begun_by_name, begun_at, expires_at)
    values ('hash', 'o1', 'Isaiah', now(), now());
`;

describe("migrations", () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.connectionString });
    // The database is dropped while a connection of the ended pool may still be closing.
    pool.on("error", () => undefined);
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  it("carry the data of the first version over", async () => {
    await pool.query(firstVersion);
    await migrate(pool);
    const { rows } = await pool.query(`
      select event.title, event.open, event.is_all_day, waves.number, waves.joins, waves.published_joins,
        waves.published_version, waves.transaction_id, attendees.wave, groups.welcomed,
        attendees.answer, people.teams_user_id, group_members.owns_team
      from scheduled_events event
      join waves on waves.event_id = event.id
      join groups on groups.id = event.group_id
      join attendees on attendees.event_id = event.id
      join group_members on group_members.group_id = groups.id
      join people on people.id = group_members.person_id
    `);
    expect(rows).toEqual([
      {
        title: "Lunch",
        // Nobody decided that others may join, and the team has long been greeted.
        open: false,
        is_all_day: false,
        // Its Outlook event is its first wave.
        number: 1,
        joins: 0,
        published_joins: 0,
        published_version: 1,
        transaction_id: "40000000-0000-4000-8000-000000000001",
        wave: 1,
        welcomed: true,
        answer: "accepted",
        teams_user_id: null,
        owns_team: false,
      },
    ]);
  });

  it("keep the account of the second version, with its tokens and its trouble, and check it at once", async () => {
    await pool.query(firstVersion);
    await pool.query(secondVersion);
    await migrate(pool);
    const { rows } = await pool.query(`
      select account.state, problem_code, tenant_id, is_default, findings, checked_at, version,
        next_check_at <= now() as is_due, (select count(*)::int from sign_ins) as sign_ins
      from service_accounts account join token_caches on account_id = account.id
    `);
    expect(rows).toEqual([
      {
        state: "broken",
        problem_code: "mailboxMissing",
        tenant_id: "tenant-1",
        is_default: true,
        findings: [],
        checked_at: null,
        version: 1,
        is_due: true,
        sign_ins: 0,
      },
    ]);
  });

  it("take creates and cancellations that are under way for sent, because nobody knows which were answered", async () => {
    await pool.query(firstVersion);
    await pool.query(secondVersion);
    await pool.query(`
      update scheduled_events
        set cancelled = true, version = 2, attempted_version = 1, published_version = 0;
    `);
    await migrate(pool);
    const { rows } = await pool.query(
      "select unclear_account_id, cancel_sent, late_look_at from waves",
    );
    expect(rows).toEqual([
      {
        unclear_account_id: "60000000-0000-4000-8000-000000000001",
        cancel_sent: true,
        late_look_at: null,
      },
    ]);
  });

  it("run once, however many processes start together", async () => {
    await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    const { rows } = await pool.query<{ number: number }>(
      "select number from migrations order by number",
    );
    expect(rows.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26,
    ]);
  });

  it("refuse a database of a newer version", async () => {
    await migrate(pool);
    await pool.query("insert into migrations (number) values (99)");
    await expect(migrate(pool)).rejects.toThrow("start the newer version");
  });
});
