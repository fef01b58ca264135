import { pino } from "pino";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import type { TeamMember } from "./team-facts.ts";
import { syncGroup } from "./sync-group.ts";

const groupId = "20000000-0000-4000-8000-000000000001";
const now = new Date("2026-11-26T12:00:00Z");

const member = (name: string): TeamMember => ({
  objectId: name,
  teamsUserId: `29:${name}`,
  displayName: name,
  address: `${name}@contoso.com`,
  userPrincipalName: `${name}@contoso.com`,
});

describe("reading a group's team", () => {
  let database: TestDatabase;
  let opened: Database;
  const enqueued: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    opened = openDatabase({
      connectionString: database.connectionString,
      onError: () => undefined,
    });
    await migrate(opened.pool);
    await opened.pool.query(
      `insert into groups (id, team_id, name, conversation_reference, created_at)
       values ($1, '19:team', 'Women', '{}', now())`,
      [groupId],
    );
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  const sync = (members: TeamMember[]) =>
    syncGroup(
      {
        db: opened.db,
        clock: { now: () => now },
        log: pino({ level: "silent" }),
        enqueue: (_trx, name, payload, options) => {
          enqueued.push(
            `${name} ${JSON.stringify(payload)} ${options?.startAfter?.toISOString() ?? ""}`,
          );
          return Promise.resolve();
        },
        readTeam: () =>
          Promise.resolve({ name: "Women", channels: [], members }),
        readTeamOwners: () => Promise.resolve(null),
      },
      { groupId },
    );
  const inRoster = async () => {
    const { rows } = await opened.pool.query<{ object_id: string }>(
      `select object_id from group_members join people on people.id = person_id
       where in_roster order by object_id`,
    );
    return rows.map(({ object_id }) => object_id);
  };

  it("stores who is in it, and has newcomers invited a moment later", async () => {
    await sync([member("adele"), member("megan")]);
    expect(await inRoster()).toEqual(["adele", "megan"]);
    expect(enqueued).toContain(
      `groups.invite-late-joiners {"groupId":"${groupId}"} 2026-11-26T12:00:02.000Z`,
    );
  });

  it("believes that somebody left, and not that everybody did", async () => {
    await sync([member("megan")]);
    expect(await inRoster()).toEqual(["megan"]);
    await sync([]);
    expect(await inRoster()).toEqual(["megan"]);
    await sync([member("adele"), member("megan")]);
    expect(await inRoster()).toEqual(["adele", "megan"]);
  });
});
