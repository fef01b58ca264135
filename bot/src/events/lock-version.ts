import type { Trx } from "../db/database.ts";
import { AppError, notFound } from "../errors.ts";
import { lockEvent, type EventWithWaves } from "./event-store.ts";
import { offeredVersion } from "./hold/offered-version.ts";

/** @throws {AppError} 412 when somebody changed the event since the lead saw it */
export async function lockVersion(
  trx: Trx,
  eventId: string,
  version: number,
): Promise<EventWithWaves> {
  const event = await lockEvent(trx, eventId);
  if (!event) throw notFound("event");
  if (offeredVersion(event) !== version) throw versionConflict();
  return event;
}

export function versionConflict(): AppError {
  return new AppError({
    code: "versionConflict",
    status: 412,
    field: "If-Match",
    message:
      "Somebody else changed this event meanwhile. Load the newest version, then make your change again.",
  });
}
