import type { Db } from "../db/database.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { readTeamsMeetingSupport } from "../graph/calendar.ts";

/** Asks Graph whether the account can make Teams meetings, and notes it. */
export async function checkTeamsMeetings(
  deps: { db: Db; graphOf: (accountId: string) => GraphClient },
  accountId: string,
): Promise<void> {
  const support = await readTeamsMeetingSupport(deps.graphOf(accountId));
  await deps.db
    .updateTable("service_accounts")
    .set({ teams_meetings: support })
    .where("id", "=", accountId)
    .execute();
}
