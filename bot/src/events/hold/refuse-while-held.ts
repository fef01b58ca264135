import type { Db } from "../../db/database.ts";
import { AppError } from "../../errors.ts";
import { findHeldChange } from "./held-change-store.ts";

/**
 * What a lead decides about a change by hand starts from what Outlook shows, which is about to change.
 * @throws {AppError} while a lead's own change waits to be sent
 */
export async function refuseWhileHeld(db: Db, eventId: string): Promise<void> {
  const held = await findHeldChange(db, eventId);
  if (held === null || held.problem !== null) return;
  throw new AppError({
    code: "changeWaits",
    status: 409,
    message:
      "A change of this event is about to go out. Stop it, or wait until it is out; then decide about this.",
  });
}
