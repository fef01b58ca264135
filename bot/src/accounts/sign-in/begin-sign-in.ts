import { randomUUID } from "node:crypto";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { newSecret } from "./sign-in-secrets.ts";

/** Minutes within which the service account must have signed in. */
const signInMinutes = 10;

/**
 * Begins a sign-in of the service account. The address it returns opens once, within ten minutes, in any
 * browser where the service account is at home. What the same admin began before ends.
 */
export async function beginSignIn(
  deps: { db: Db; config: Config; clock: Clock },
  actor: Actor,
): Promise<{ signInUrl: string }> {
  const ticket = newSecret();
  const now = deps.clock.now();
  await deps.db.transaction().execute(async (trx) => {
    await trx
      .updateTable("sign_ins")
      .set({
        state: "ended",
        outcome: "discarded",
        message: "You began another sign-in.",
        sealed_secrets: null,
        ended_at: now,
      })
      .where("begun_by", "=", actor.objectId)
      .where("state", "!=", "ended")
      .execute();
    await trx
      .insertInto("sign_ins")
      .values({
        id: randomUUID(),
        state: "begun",
        begun_by: actor.objectId,
        begun_by_name: actor.displayName,
        begun_at: now,
        expires_at: new Date(now.getTime() + signInMinutes * 60_000),
        ticket_hash: ticket.hash,
      })
      .execute();
  });
  return {
    signInUrl: `${deps.config.PUBLIC_URL}/auth/start?ticket=${ticket.secret}`,
  };
}
