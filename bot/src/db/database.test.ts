import {
  createTestDatabase,
  type TestDatabase,
} from "../../../test/harness/database.ts";
import { waitFor } from "../../../test/harness/wait-for.ts";
import { openDatabase, withSessionLock } from "./database.ts";

describe("the pool of connections", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  it("outlives a connection that is lost while somebody holds it", async () => {
    const errors: Error[] = [];
    const open = () =>
      openDatabase({
        connectionString: test.connectionString,
        onError: (error) => errors.push(error),
      });
    const [ours, other] = [open(), open()];
    const run = await withSessionLock(ours.pool, "a publication", async () => {
      await other.pool.query(
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
      );
      await waitFor("its loss", () => errors.length > 0);
      return "went on";
    });
    expect(run).toEqual({ held: true, value: "went on" });
    await ours.pool.query("select 1");
    await ours.close();
    await other.close();
  });
});
