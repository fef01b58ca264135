import { randomUUID } from "node:crypto";
import type { WantedMailingList } from "../../contract/audiences.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import {
  addressTaken,
  asStored,
  changedBy,
  isSame,
} from "./mailing-list-entry.ts";

/**
 * Names a mailing list for leads to choose. The same admin may say the same again.
 * @throws {AppError} 422: another entry has that address
 */
export async function nameMailingList(
  deps: { db: Db; clock: Clock },
  given: { actor: Actor; wanted: WantedMailingList },
): Promise<void> {
  const { actor } = given;
  const now = deps.clock.now();
  const wanted = asStored(given.wanted);
  const stored = await deps.db
    .insertInto("mailing_lists")
    .values({
      id: randomUUID(),
      ...wanted,
      created_by: actor.objectId,
      created_by_name: actor.displayName,
      created_at: now,
      ...changedBy(actor, now),
    })
    .onConflict((conflict) => conflict.column("address").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (stored) return;
  const current = await deps.db
    .selectFrom("mailing_lists")
    .where("address", "=", wanted.address)
    .selectAll()
    .executeTakeFirst();
  if (current?.changed_by !== actor.objectId || !isSame(current, wanted))
    throw addressTaken(wanted.address);
}
