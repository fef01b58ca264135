import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../test/harness/database.ts";
import { openDatabase, type Database } from "../../db/database.ts";
import { migrate } from "../../db/migrate.ts";
import { noteStopped } from "../../stopped-work/note-stopped.ts";
import { startFailedPostsAgain } from "./thanks-store.ts";
import { viewThanks } from "./view-thanks.ts";

const eventId = "30000000-0000-4000-8000-000000000001";
const stored = `
  insert into groups (id, team_id, name, conversation_reference, created_at)
    values ('20000000-0000-4000-8000-000000000001', '19:team', 'Women at Contoso', '{}', now());
  insert into scheduled_events (
    id, group_id, title, description, start_local, end_local, time_zone, starts_at, ends_at, is_online,
    location, audience_group, audience_addresses, created_by, created_at, updated_at, meeting_state
  ) values (
    '${eventId}', '20000000-0000-4000-8000-000000000001', 'Lunch', '',
    '2025-12-01T12:00', '2025-12-01T13:00', 'Europe/London', '2025-12-01T12:00Z', '2025-12-01T13:00Z',
    false, '', true, '{}', 'o1', now(), now(), 'none'
  );
  insert into thank_yous (event_id, count, asked_by, asked_by_name, asked_at)
    values ('${eventId}', 12, 'o1', 'Megan Bowen', now());
  insert into thank_you_posts (event_id, channel_id, channel_name, state) values
    ('${eventId}', 'c1', 'General', 'toPost'),
    ('${eventId}', 'c2', 'Lunches', 'posting'),
    ('${eventId}', 'c3', 'Others', 'posted');
`;

describe("a thank-you whose job has stopped", () => {
  let database: TestDatabase;
  let opened: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    opened = openDatabase({
      connectionString: database.connectionString,
      onError: () => undefined,
    });
    await migrate(opened.pool);
    await opened.pool.query(stored);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  const view = async () => {
    const { state, channels } = await viewThanks(opened.db, {
      eventId,
      isOver: true,
      came: 12,
      unlisted: 0,
      smallestBreakdown: 5,
    });
    return [state, ...channels.map((channel) => channel.state)];
  };
  const stop = (channelId: string) =>
    opened.db.transaction().execute((trx) =>
      noteStopped(trx, {
        name: "attendance.thank",
        payload: { eventId, channelId },
        attempts: 9,
        at: new Date(),
      }),
    );

  it("waits for whoever tries it again, or is unclear where it may have gone out, and changes no other", async () => {
    expect(await view()).toEqual(["sending", "toPost", "toPost", "posted"]);
    for (const channelId of ["c1", "c2", "c3"]) await stop(channelId);
    expect(await view()).toEqual(["failed", "failed", "unclear", "posted"]);
    const again = await opened.db
      .transaction()
      .execute((trx) => startFailedPostsAgain(trx, eventId));
    // What is unclear is not posted a second time.
    expect(again).toEqual(["c1"]);
    expect(await view()).toEqual(["sending", "toPost", "unclear", "posted"]);
  });
});
