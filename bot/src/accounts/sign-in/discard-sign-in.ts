import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import { endOwnSignIn, lockOwnSignIn } from "./own-sign-in.ts";

/** Throws a sign-in of this admin's away, and the tokens that came with it. Safe to repeat. */
export async function discardSignIn(
  deps: { db: Db; clock: Clock },
  actor: Actor,
  signInId: string,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const signIn = await lockOwnSignIn(trx, actor, signInId);
    if (signIn.state === "ended") return;
    await endOwnSignIn(trx, signInId, deps.clock.now(), {
      outcome: "discarded",
      message: "You threw this sign-in away; nothing of it was stored.",
    });
  });
}
