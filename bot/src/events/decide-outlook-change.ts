import { randomUUID } from "node:crypto";
import type { HistoryKind } from "../../contract/event-history.ts";
import type { OutlookChoice } from "../../contract/outlook-change.ts";
import type { Actor } from "../access/actor.ts";
import { tryRefusedCards } from "../cards/try-refused-cards.ts";
import type { Trx } from "../db/database.ts";
import type { WaveRow } from "../db/tables/events.ts";
import { AppError } from "../errors.ts";
import { storeCancellation } from "./cancel-event.ts";
import { findEventToLead } from "./find-event-to-lead.ts";
import { lockVersion } from "./lock-version.ts";
import { timeNotShown } from "./time-not-shown.ts";
import { claimIdempotencyKey } from "./claim-idempotency-key.ts";
import { noteHistory } from "./history/history-store.ts";
import { eventChanged } from "./event-changed.ts";
import type { EventWithWaves, LoadedEvent } from "./event-store.ts";
import { refuseWhileHeld } from "./hold/refuse-while-held.ts";
import { adoptedFields } from "./outlook-change.ts";
import type { EventDeps } from "./schedule-event.ts";
import type { OutlookChange } from "./stored-outlook-change.ts";
import { openChange } from "./wave-state.ts";
import {
  changeWave,
  enqueuePublication,
  followVersion,
  refOf,
  renewContent,
} from "./wave-store.ts";

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
    const { wave, change } = changeToDecide(event.waves, choice);
    if (choice === "cancel")
      return storeCancellation(trx, deps, {
        event,
        by: actor,
        message: "",
        now,
      });
    if (choice === "sendAgain") await storeNewInvitation(trx, event, wave);
    else if (change.kind === "edited" && choice === "restore")
      await storeRestoration(trx, { event, wave, change });
    else if (change.kind === "edited")
      await storeAdoption(trx, deps, { event, wave, change });
    await changeWave(trx, refOf(wave), { outlook_change: null });
    await noteHistory(trx, {
      eventId,
      kind: decided[choice],
      by: actor,
      at: now,
    });
    await trx
      .updateTable("scheduled_events")
      .set({
        updated_at: now,
        changed_by: actor.objectId,
        changed_by_name: actor.displayName,
      })
      .where("id", "=", eventId)
      .execute();
    await tryRefusedCards(trx, eventId);
    await enqueuePublication(deps, trx, eventId);
    await eventChanged(deps, trx, eventId);
  });
}

const decided: Record<Exclude<OutlookChoice, "cancel">, HistoryKind> = {
  keep: "keptOutlook",
  restore: "restored",
  sendAgain: "sentAgain",
};

/** @throws {AppError} when it is unseen, over or not the actor's */
export function findEventToDecide(
  deps: Pick<EventDeps, "db" | "clock">,
  given: { actor: Actor; eventId: string; choice: OutlookChoice },
): Promise<LoadedEvent> {
  const action = given.choice === "cancel" ? "event.cancel" : "event.edit";
  return findEventToLead(deps, given.actor, given.eventId, action);
}

/** What the choice is about: of several waves the first. @throws {AppError} when there is no such thing (any more) */
export function changeToDecide(
  waves: readonly WaveRow[],
  choice: OutlookChoice,
): { wave: WaveRow; change: OutlookChange } {
  const open = openChange(waves);
  const kind = choice === "keep" || choice === "restore" ? "edited" : "deleted";
  if (open?.change.kind === kind) return open;
  throw new AppError({
    code: "nothingToDecide",
    status: 409,
    message:
      "This has been decided or undone in the meantime. Look at the event again.",
  });
}

/**
 * Our event becomes what this wave shows already, so nothing is written there. Its content version stays that of the
 * copy: another one would have to be written, and every change of the copy mails everybody. The other waves follow.
 */
async function storeAdoption(
  trx: Trx,
  deps: EventDeps,
  given: {
    event: EventWithWaves;
    wave: WaveRow;
    change: Extract<OutlookChange, { kind: "edited" }>;
  },
): Promise<void> {
  const { event, wave, change } = given;
  const adopted = adoptedFields({ ...event, ...wave }, change);
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
      ...(adopted.moved && {
        schedule_version: scheduleVersion,
        moved_at: deps.clock.now(),
      }),
    })
    .where("id", "=", event.id)
    .execute();
  await changeWave(trx, refOf(wave), {
    // What else waits to be published, such as people who joined, still does.
    published_version: wave.published_version + 1,
    outlook_shown: JSON.stringify(change.shows),
    ...(adopted.moved && {
      published_schedule_version: scheduleVersion,
      schedule_sent_at: new Date(change.movedAt ?? change.seenAt),
    }),
  });
  await renewContent(trx, event.id, { except: wave.number });
  if (!adopted.moved) return;
  await trx
    .updateTable("attendees")
    .set({ answer: "none", answered_at: null, answered_in: null })
    .where("event_id", "=", event.id)
    .execute();
  // Answers that were given to this time already count now.
  await deps.enqueue(trx, "responses.read", refOf(wave));
}

/** Outlook is to show our values again; answers to our time stay. */
async function storeRestoration(
  trx: Trx,
  given: {
    event: EventWithWaves;
    wave: WaveRow;
    change: Extract<OutlookChange, { kind: "edited" }>;
  },
): Promise<void> {
  const { event, wave, change } = given;
  await storeVersion(trx, event, { changed: [wave.number] });
  await changeWave(trx, refOf(wave), {
    content_version: wave.content_version + 1,
    ...(change.fields.includes("time") && timeNotShown(event)),
  });
}

/** @param given.changed the waves for which it has something new */
async function storeVersion(
  trx: Trx,
  event: EventWithWaves,
  { changed }: { changed: Iterable<number> },
): Promise<void> {
  await trx
    .updateTable("scheduled_events")
    .set({ version: event.version + 1 })
    .where("id", "=", event.id)
    .execute();
  await followVersion(trx, {
    eventId: event.id,
    before: event.version,
    changed,
  });
}

/** The event goes out anew, to the same people but for those whom somebody took off; answers given so far stay. */
async function storeNewInvitation(
  trx: Trx,
  event: EventWithWaves,
  wave: WaveRow,
): Promise<void> {
  // With the first wave the Teams meeting was deleted, whose link the others carry.
  const isNewMeeting = event.is_online && wave.number === 1;
  await storeVersion(trx, event, {
    changed: isNewMeeting
      ? event.waves.map(({ number }) => number)
      : [wave.number],
  });
  if (isNewMeeting) {
    await renewContent(trx, event.id, { except: wave.number });
    await trx
      .updateTable("scheduled_events")
      .set({ join_url: null, meeting_state: "pending" })
      .where("id", "=", event.id)
      .execute();
  }
  await changeWave(trx, refOf(wave), {
    content_version: wave.content_version + 1,
    resends: wave.resends + 1,
    transaction_id: randomUUID(),
    graph_event_id: null,
    attempted_version: null,
    published_version: 0,
    published_schedule_version: 0,
    schedule_sent_at: null,
    published_joins: wave.joins,
    outlook_shown: null,
    outlook_modified_at: null,
    publish_failed: false,
    publish_problem: null,
    next_try_at: null,
  });
  await trx
    .updateTable("attendees")
    .set({ invited_at: null, outlook_state: "unseen" })
    .where("event_id", "=", event.id)
    .where("wave", "=", wave.number)
    .where("outlook_state", "in", ["unseen", "listed"])
    .execute();
}
