import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { openDatabase, type Database } from "../db/database.ts";
import { migrate } from "../db/migrate.ts";
import { readAudienceSettings } from "./audience-settings.ts";

const expected = { organizerAddress: "ergs@contoso.com" };

describe("what the organization says of audiences", () => {
  let database: TestDatabase;
  let opened: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    opened = openDatabase({
      connectionString: database.connectionString,
      onError: () => undefined,
    });
    await migrate(opened.pool);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  it("is what is usual until an admin says otherwise, with the domain of the expected account", async () => {
    expect(await readAudienceSettings(opened.db, expected)).toEqual({
      ownDomains: ["contoso.com"],
      externalPolicy: "warn",
      meetingCapacity: 300,
      smallestBreakdown: 5,
    });
    expect(await readAudienceSettings(opened.db)).toMatchObject({
      ownDomains: [],
    });
  });

  it("takes the domains of the account that is connected, of its mail and of its sign-in name", async () => {
    await opened.pool.query(`
      insert into service_accounts (
        id, object_id, tenant_id, user_principal_name, display_name, address, home_account_id, scopes, state,
        is_default, connected_at, connected_by, connected_by_name
      ) values
        (gen_random_uuid(), 'o9', 't1', 'ergs@fabrikam.onmicrosoft.com', 'ERGs', 'ergs@Fabrikam.com', 'o9.t1', '{}',
          'connected', true, now(), 'o1', 'Isaiah'),
        (gen_random_uuid(), 'o8', 't1', 'old@contoso.com', 'Old', 'old@contoso.com', 'o8.t1', '{}',
          'disconnected', false, now(), 'o1', 'Isaiah')
    `);
    const { ownDomains } = await readAudienceSettings(opened.db, expected);
    expect(ownDomains).toEqual(["fabrikam.com", "fabrikam.onmicrosoft.com"]);
  });

  it("is what an admin said", async () => {
    await opened.pool.query(`
      update organization_settings set own_domains = '{contoso.com,brand.example}', external_policy = 'refuse',
        meeting_capacity = 1000, smallest_breakdown = 10
    `);
    expect(await readAudienceSettings(opened.db, expected)).toEqual({
      ownDomains: ["contoso.com", "brand.example"],
      externalPolicy: "refuse",
      meetingCapacity: 1000,
      smallestBreakdown: 10,
    });
  });
});
