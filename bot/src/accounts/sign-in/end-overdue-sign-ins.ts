import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";

/** Days for which it is kept how a sign-in ended. */
const keptDays = 30;

/** Ends sign-ins that nobody finished, tokens that nobody confirmed among them, and forgets old ones. */
export async function endOverdueSignIns(deps: {
  db: Db;
  clock: Clock;
}): Promise<void> {
  const now = deps.clock.now();
  await deps.db
    .updateTable("sign_ins")
    .set({
      state: "ended",
      outcome: "expired",
      message: overdueMessage,
      sealed_secrets: null,
      ended_at: now,
    })
    .where("state", "!=", "ended")
    .where("expires_at", "<=", now)
    .execute();
  const longAgo = new Date(now.getTime() - keptDays * 86_400_000);
  await deps.db
    .deleteFrom("sign_ins")
    .where("ended_at", "<", longAgo)
    .execute();
  await deps.db
    .deleteFrom("admin_consents")
    .where("expires_at", "<", longAgo)
    .execute();
}

export const overdueMessage =
  "Nobody finished this sign-in in time; nothing was stored. Choose Connect to try again.";
