import type { Actor } from "../../access/actor.ts";
import type { Trx } from "../../db/database.ts";
import { notFound } from "../../errors.ts";

/** A sign-in that this admin began, locked; somebody else's is none of their business, even as a fact. */
export async function lockOwnSignIn(trx: Trx, actor: Actor, signInId: string) {
  const signIn = await trx
    .selectFrom("sign_ins")
    .where("id", "=", signInId)
    .where("begun_by", "=", actor.objectId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!signIn) throw notFound("sign-in");
  return signIn;
}

/** Ends it by the admin's word; what came with it is gone. */
export async function endOwnSignIn(
  trx: Trx,
  signInId: string,
  now: Date,
  end: { outcome: "connected" | "discarded"; message: string },
): Promise<void> {
  await trx
    .updateTable("sign_ins")
    .set({ state: "ended", ...end, sealed_secrets: null, ended_at: now })
    .where("id", "=", signInId)
    .execute();
}
