import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import type { GraphFailure } from "../graph/graph-failure.ts";
import { markAccountBroken } from "./account-store.ts";

/** Notes, whichever call met it, that an account stopped working: its work waits from then on. */
export async function noteAccountFailure(
  deps: { db: Db; log: Logger },
  accountId: string,
  failure: GraphFailure,
): Promise<void> {
  deps.log.warn(
    { account: accountId, code: failure.code, status: failure.status },
    "the service account does not work",
  );
  await markAccountBroken(deps.db, accountId, problemCodeOf(failure));
}

function problemCodeOf(failure: GraphFailure): string {
  if (failure.code === "unreadableTokens") return failure.code;
  return failure.status === 401 ? "signInNeeded" : "mailbox";
}
