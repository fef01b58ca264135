import type { WantedMailingList } from "../../contract/audiences.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { AppError, notFound } from "../errors.ts";
import {
  addressTaken,
  asStored,
  changedBy,
  isSame,
} from "./mailing-list-entry.ts";

/**
 * Says anew what a named list is. Events that it is invited to keep what they had until they are next changed.
 * The same admin may say the same again.
 * @throws {AppError} 404; 412: somebody else changed it; 422: another entry has that address
 */
export async function changeMailingList(
  deps: { db: Db; clock: Clock },
  given: {
    actor: Actor;
    id: string;
    /** The version that the admin saw. */
    version: number;
    wanted: WantedMailingList;
  },
): Promise<void> {
  const { actor, id, version } = given;
  const wanted = asStored(given.wanted);
  const changed = await deps.db
    .updateTable("mailing_lists")
    .set({
      ...wanted,
      version: version + 1,
      ...changedBy(actor, deps.clock.now()),
    })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw addressTaken(wanted.address);
      throw error;
    });
  if (changed.numUpdatedRows > 0n) return;
  const current = await deps.db
    .selectFrom("mailing_lists")
    .where("id", "=", id)
    .selectAll()
    .executeTakeFirst();
  if (!current) throw notFound("mailing list");
  if (current.changed_by !== actor.objectId || !isSame(current, wanted))
    throw new AppError({
      code: "versionConflict",
      status: 412,
      field: "If-Match",
      message:
        "Somebody else changed this mailing list meanwhile. Load the newest list, then make your change again.",
    });
}
