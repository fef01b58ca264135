import { createHash } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import { AppError } from "../errors.ts";
import type { Trx } from "../db/database.ts";

/** A write that a client may repeat: its key and everything that the request asked for. */
export interface IdempotentRequest {
  /** The `Idempotency-Key` header; null: the client does not repeat. */
  key: string | null;
  request: unknown;
}

/**
 * Binds a key to an event, in the transaction that does the work. Two requests with one key race on
 * the primary key: the second waits for the first and then finds its event.
 *
 * @returns the event of the first request when this one repeats it, else null
 * @throws {AppError} when the key was used for something else
 */
export async function claimIdempotencyKey(
  trx: Trx,
  given: IdempotentRequest & { actor: Actor; eventId: string; now: Date },
): Promise<string | null> {
  if (given.key === null) return null;
  const requestHash = createHash("sha256")
    .update(JSON.stringify(given.request))
    .digest("base64url");
  const claimed = await trx
    .insertInto("idempotency_keys")
    .values({
      actor: given.actor.objectId,
      key: given.key,
      request_hash: requestHash,
      event_id: given.eventId,
      created_at: given.now,
    })
    .onConflict((conflict) => conflict.columns(["actor", "key"]).doNothing())
    .returning("event_id")
    .executeTakeFirst();
  if (claimed) return null;
  const first = await trx
    .selectFrom("idempotency_keys")
    .where("actor", "=", given.actor.objectId)
    .where("key", "=", given.key)
    .select(["event_id", "request_hash"])
    .executeTakeFirstOrThrow();
  if (first.request_hash !== requestHash)
    throw new AppError({
      code: "idempotencyKeyReused",
      status: 422,
      field: "Idempotency-Key",
      message:
        "This Idempotency-Key was used for another request. Send a new key.",
    });
  return first.event_id;
}
