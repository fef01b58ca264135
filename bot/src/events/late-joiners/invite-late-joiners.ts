import type { Clock } from "../../clock.ts";
import type { Db, Trx } from "../../db/database.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { eventChanged } from "../event-changed.ts";
import { lockEvent } from "../event-store.ts";
import { findHeldChange } from "../hold/held-change-store.ts";
import { addInvitees } from "../schedule-event.ts";
import { addJoin } from "../wave-store.ts";
import {
  findEventsToJoin,
  findLateJoiners,
  invitesJoiners,
} from "./find-late-joiners.ts";
import { noteLateInvitations } from "./late-invitation-store.ts";

interface LateJoinerDeps {
  db: Db;
  clock: Clock;
  enqueue: Enqueue;
  /** The service account's address: it organizes every event, so it is never invited. */
  organizerAddress: string;
  /** Most attendees of one Outlook event. */
  waveSize: number;
}

/**
 * The job that invites who has joined a group to the coming events that invite it and whoever joins later. It adds
 * those whom an event does not know, so it may run at any time, any number of times; nobody else is mailed. What a
 * lead can still stop is left until that is over.
 */
export async function inviteLateJoiners(
  deps: LateJoinerDeps,
  { groupId }: { groupId: string },
): Promise<void> {
  const eventIds = await findEventsToJoin(deps.db, {
    ...deps,
    groupId,
    now: deps.clock.now(),
  });
  let later: Date | null = null;
  for (const eventId of eventIds) {
    const due = await deps.db
      .transaction()
      .execute((trx) => inviteTo(trx, deps, { eventId, groupId }));
    if (due !== null && (later === null || due > later)) later = due;
  }
  if (later === null) return;
  const now = deps.clock.now().getTime();
  const startAfter = new Date(Math.max(later.getTime(), now) + afterHoldMs);
  await deps.enqueue(
    deps.db,
    "groups.invite-late-joiners",
    { groupId },
    { startAfter },
  );
}

/** The hold's own job comes first, in milliseconds. */
const afterHoldMs = 2000;

/** Who joins within this time shares one change of the Outlook event with others, in milliseconds. */
const togetherMs = 2000;

/** @returns when it can be done, while a lead can still stop the event or a change of it; else null */
async function inviteTo(
  trx: Trx,
  deps: LateJoinerDeps,
  given: { eventId: string; groupId: string },
): Promise<Date | null> {
  const { eventId, groupId } = given;
  const now = deps.clock.now();
  const event = await lockEvent(trx, eventId);
  if (!event || !(await invitesJoiners(trx, { ...given, now }))) return null;
  // A lead has to decide about it first; whoever is missing then is found with the group's next reading.
  if (event.waves.some((wave) => wave.outlook_change?.kind === "deleted"))
    return null;
  const held = await findHeldChange(trx, eventId);
  const heldUntil =
    event.held_until ?? (held?.problem === null ? held.due_at : null);
  if (heldUntil !== null) return heldUntil;
  const joiners = await findLateJoiners(trx, {
    ...given,
    organizerAddress: deps.organizerAddress,
  });
  if (joiners.length === 0) return null;
  const waves = await addInvitees(trx, deps, eventId, joiners, {
    shown: event.version,
  });
  for (const wave of waves) await addJoin(trx, { eventId, wave });
  await noteLateInvitations(trx, {
    eventId,
    groupId,
    people: joiners.length,
    now,
  });
  await deps.enqueue(
    trx,
    "events.publish",
    waves.map((wave) => ({ eventId, wave })),
    { startAfter: new Date(now.getTime() + togetherMs) },
  );
  await eventChanged(deps, trx, eventId);
  return null;
}
