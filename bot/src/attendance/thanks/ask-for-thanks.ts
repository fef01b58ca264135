import type { Actor } from "../../access/actor.ts";
import { may } from "../../access/policy.ts";
import { readAudienceSettings } from "../../audience/audience-settings.ts";
import { namesOf } from "../../cards/render/group-names.ts";
import type { Clock } from "../../clock.ts";
import { notifyEventChanged, type Db, type Trx } from "../../db/database.ts";
import { AppError, forbidden } from "../../errors.ts";
import { claimIdempotencyKey } from "../../events/claim-idempotency-key.ts";
import { hostNames } from "../../events/event-groups.ts";
import { loadSeenEvent, type SeenEvent } from "../../events/load-seen-event.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { countAttendance } from "../count-attendance.ts";
import { readKnownAttendance } from "../known-attendance.ts";
import {
  findThankYou,
  listThankedChannels,
  startFailedPostsAgain,
  storeThankYou,
} from "./thanks-store.ts";
import { countToThank, mayThank } from "./view-thanks.ts";

interface ThanksDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
}

interface Asked {
  actor: Actor;
  eventId: string;
  idempotencyKey: string | null;
}

/**
 * Has everybody who came be thanked in the channels with the event's card: once an event, with the number of now. Asked
 * for again, it goes where Teams did not take it, and nowhere else. Safe to repeat with the same key.
 * @throws {AppError} when the actor may not, or there is nobody to thank or no place for it
 */
export async function askForThanks(
  deps: ThanksDeps,
  given: Asked,
): Promise<void> {
  const { actor, eventId } = given;
  const seen = await loadSeenEvent(deps, actor, eventId);
  if (!may(actor, { action: "event.lead", event: seen.facts }))
    throw forbidden(
      `Only owners and contributors of ${namesOf(hostNames(seen))} thank people for coming. Ask one of them.`,
    );
  const first = (await findThankYou(deps.db, eventId))
    ? null
    : await whatToPost(deps.db, seen, deps.clock.now());
  await deps.db.transaction().execute(async (trx) => {
    const repeated = await claimIdempotencyKey(trx, {
      key: given.idempotencyKey,
      request: { thanks: eventId },
      actor,
      eventId,
      now: deps.clock.now(),
    });
    if (repeated !== null) return;
    const channelIds = first
      ? await storeFirst(deps, trx, { ...given, ...first })
      : await startFailedPostsAgain(trx, eventId);
    if (channelIds.length === 0) return;
    await deps.enqueue(
      trx,
      "attendance.thank",
      channelIds.map((channelId) => ({ eventId, channelId })),
    );
    await notifyEventChanged(trx, eventId);
  });
}

type WhatToPost = Awaited<ReturnType<typeof whatToPost>>;

async function whatToPost(db: Db, seen: SeenEvent, now: Date) {
  const { event, facts } = seen;
  const channels = await listThankedChannels(db, event.id);
  const { people, unlisted } = await readKnownAttendance(db, event, now);
  const { came } = countAttendance(people);
  const isOver = facts.hasEnded && !facts.cancelled;
  if (!mayThank({ isOver, came }, channels.length))
    throw refusal({ isOver, cancelled: facts.cancelled, came });
  const { smallestBreakdown } = await readAudienceSettings(db);
  return { channels, ...countToThank({ came, unlisted, smallestBreakdown }) };
}

function refusal(given: {
  isOver: boolean;
  cancelled: boolean;
  came: number;
}): AppError {
  const [code, message] = given.cancelled
    ? [
        "eventCancelled",
        "This event is cancelled, so there is nobody to thank.",
      ]
    : !given.isOver
      ? ["notOver", "This event is not over yet. Thank people afterwards."]
      : given.came === 0
        ? [
            "nobodyCame",
            "Nobody is known to have come so far. Wait for Teams’ report, or tick off who was in the room.",
          ]
        : [
            "noChannel",
            "The card of this event stands in no channel, so there is no place for a thank-you.",
          ];
  return new AppError({
    code: code ?? "",
    status: 409,
    message: message ?? "",
  });
}

/** @returns the channels; none: another lead was faster */
async function storeFirst(
  deps: ThanksDeps,
  trx: Trx,
  given: Asked & WhatToPost,
): Promise<string[]> {
  const stored = await storeThankYou(
    trx,
    {
      event_id: given.eventId,
      count: given.count,
      is_at_least: given.isAtLeast,
      asked_by: given.actor.objectId,
      asked_by_name: given.actor.displayName,
      asked_at: deps.clock.now(),
    },
    given.channels,
  );
  return stored ? given.channels.map(({ channel_id }) => channel_id) : [];
}
