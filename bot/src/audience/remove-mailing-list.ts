import type { Db } from "../db/database.ts";

/** Takes a mailing list off the choice. Events that it is invited to keep it; one that is gone already stays gone. */
export async function removeMailingList(db: Db, id: string): Promise<void> {
  await db.deleteFrom("mailing_lists").where("id", "=", id).execute();
}
