import { randomUUID } from "node:crypto";
import type { OutlookChoice } from "../../contract/outlook-change.ts";
import type { Actor } from "../access/actor.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import type { Trx } from "../db/database.ts";
import type { EventRow } from "../db/schema.ts";
import { AppError } from "../errors.ts";
import { storeCancellation } from "./cancel-event.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { lockVersion } from "./lock-version.ts";
import { timeNotShown } from "./time-not-shown.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { eventChanged } from "./event-changed.ts";
import type { LoadedEvent } from "./event-store.ts";
import { refuseWhileHeld } from "./hold/refuse-while-held.ts";
import { adoptedFields } from "./outlook-change.ts";
import type { EventDeps } from "./schedule-event.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";

/**
 * A lead's decision about what somebody changed in Outlook by hand, in one transaction with the jobs that follow.
 * @throws {AppError} when there is nothing of the kind to decide (any more)
 */
export async function decideOutlookChange(
  deps: EventDeps,
  given: {
    actor: Actor;
    eventId: string;
    choice: OutlookChoice;
    /** The version that the lead saw. */
    version: number;
    idempotencyKey: string | null;
  },
): Promise<void> {
  const { actor, eventId, choice } = given;
  const now = deps.clock.now();
  await findEventToDecide(deps, given);
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: ["outlook-change", eventId, choice],
      actor,
      eventId,
      now,
    });
    if (repeated !== null) return;
    const event = await lockVersion(trx, eventId, given.version);
    await refuseWhileHeld(trx, eventId);
    const change = changeToDecide(event, choice);
    if (choice === "cancel")
      return storeCancellation(trx, deps, {
        event,
        by: actor,
        message: "",
        now,
      });
    if (choice === "sendAgain") await storeNewInvitation(trx, event);
    else if (change.kind === "edited" && choice === "restore")
      await storeRestoration(trx, event, change);
    else if (change.kind === "edited")
      await storeAdoption(trx, deps, { event, change });
    await trx
      .updateTable("scheduled_events")
      .set({
        outlook_change: null,
        updated_at: now,
        changed_by: actor.objectId,
        changed_by_name: actor.displayName,
      })
      .where("id", "=", eventId)
      .execute();
    await tryRefusedCards(trx, eventId);
    await deps.enqueue(trx, "events.publish", { eventId });
    await eventChanged(deps, trx, eventId);
  });
}

/** @throws {AppError} when it is unseen, over or not the actor's */
export function findEventToDecide(
  deps: Pick<EventDeps, "db" | "clock">,
  given: { actor: Actor; eventId: string; choice: OutlookChoice },
): Promise<LoadedEvent> {
  const action = given.choice === "cancel" ? "event.cancel" : "event.edit";
  return findEventToLead(deps, given.actor, given.eventId, action);
}

/** What the choice is about. @throws {AppError} when there is no such thing (any more) */
export function changeToDecide(
  event: Pick<EventRow, "outlook_change">,
  choice: OutlookChoice,
): OutlookChange {
  const change = event.outlook_change;
  const kind = choice === "keep" || choice === "restore" ? "edited" : "deleted";
  if (change?.kind === kind) return change;
  throw new AppError({
    code: "nothingToDecide",
    status: 409,
    message:
      "This has been decided or undone in the meantime. Look at the event again.",
  });
}

/**
 * Our event becomes what Outlook shows already, so nothing is written there. The content version stays that of the
 * copy: another one would have to be written, and every change of the copy mails everybody.
 */
async function storeAdoption(
  trx: Trx,
  deps: EventDeps,
  given: {
    event: EventRow;
    change: Extract<OutlookChange, { kind: "edited" }>;
  },
): Promise<void> {
  const { event, change } = given;
  const adopted = adoptedFields(event, change);
  if (!adopted.ok)
    throw new AppError({
      code: "cannotKeep",
      status: 409,
      message: adopted.message,
    });
  const scheduleVersion = event.schedule_version + 1;
  await trx
    .updateTable("scheduled_events")
    .set({
      ...adopted.fields,
      version: event.version + 1,
      // What else waits to be published, such as people who joined, still does.
      published_version: event.published_version + 1,
      outlook_shown: JSON.stringify(change.shows),
      ...(adopted.moved && {
        schedule_version: scheduleVersion,
        moved_at: deps.clock.now(),
        published_schedule_version: scheduleVersion,
        schedule_sent_at: new Date(change.movedAt ?? change.seenAt),
      }),
    })
    .where("id", "=", event.id)
    .execute();
  if (!adopted.moved) return;
  await trx
    .updateTable("attendees")
    .set({ answer: "none", answered_at: null, answered_in: null })
    .where("event_id", "=", event.id)
    .execute();
  // Answers that were given to this time already count now.
  await deps.enqueue(trx, "responses.read", { eventId: event.id });
}

/** Outlook is to show our values again; answers to our time stay. */
async function storeRestoration(
  trx: Trx,
  event: EventRow,
  change: Extract<OutlookChange, { kind: "edited" }>,
): Promise<void> {
  await trx
    .updateTable("scheduled_events")
    .set({
      version: event.version + 1,
      content_version: event.content_version + 1,
      ...(change.fields.includes("time") && timeNotShown(event)),
    })
    .where("id", "=", event.id)
    .execute();
}

/** The event goes out anew, to the same people but for those whom somebody took off; answers given so far stay. */
async function storeNewInvitation(trx: Trx, event: EventRow): Promise<void> {
  await trx
    .updateTable("scheduled_events")
    .set({
      version: event.version + 1,
      content_version: event.content_version + 1,
      resends: event.resends + 1,
      transaction_id: randomUUID(),
      graph_event_id: null,
      attempted_version: null,
      published_version: 0,
      published_schedule_version: 0,
      schedule_sent_at: null,
      published_joins: event.joins,
      outlook_shown: null,
      outlook_modified_at: null,
      join_url: null,
      meeting_state: event.is_online ? "pending" : "none",
      publish_failed: false,
      publish_problem: null,
      next_try_at: null,
    })
    .where("id", "=", event.id)
    .execute();
  await trx
    .updateTable("attendees")
    .set({ invited_at: null, outlook_state: "unseen" })
    .where("event_id", "=", event.id)
    .where("outlook_state", "in", ["unseen", "listed"])
    .execute();
}
