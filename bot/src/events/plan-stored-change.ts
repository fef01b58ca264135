import type { EventChange } from "../../contract/event-content.ts";
import { readFormerMembers } from "../audience/former-members.ts";
import { coHostsBesides, invitedGroups } from "../audience/invited-groups.ts";
import { refuseOutside } from "../audience/refuse-outside.ts";
import { normaliseAddress } from "../audience/resolve-audience.ts";
import { withStoredSpelling } from "../audience/stored-spelling.ts";
import { otherChannels } from "../cards/choose-channels.ts";
import type { Db, Trx } from "../db/database.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import { AppError } from "../errors.ts";
import { readCoHostIds, readSilentHostIds } from "./event-groups.ts";
import { listAttendees, type EventWithWaves } from "./event-store.ts";
import { contentOf, planChange, type ChangePlan } from "./plan-change.ts";
import { isSameTime } from "./scheduled-event.ts";
import { checkAudience, checkTime, type EventDeps } from "./schedule-event.ts";

/** What `wanted` would change. @throws {AppError} naming the field that cannot be so */
export async function planStoredChange(
  db: Db,
  deps: EventDeps,
  given: { event: EventWithWaves; wanted: EventChange; now: Date },
): Promise<ChangePlan> {
  const { event, wanted } = given;
  if (
    event.waves.some(({ outlook_change }) => outlook_change?.kind === "deleted")
  )
    throw new AppError({
      code: "deletedInOutlook",
      status: 409,
      message:
        "Somebody deleted this event in Outlook. Decide on its page whether to send it again or to cancel it.",
    });
  if (wanted.isOnline !== event.is_online && event.held_until === null)
    throw new AppError({
      code: "meetingFixed",
      status: 422,
      field: "isOnline",
      message:
        "Outlook does not let a Teams meeting be added or taken away later. Cancel this event and schedule a new one.",
    });
  const timeStays = isSameTime(contentOf(event), wanted);
  // A running event's text may still be corrected; only a new time has to lie ahead.
  if (!timeStays) checkTime(wanted, given.now);
  const attendees = await listAttendees(db, event.id);
  const invitees = await checkAudience(db, deps, {
    groupId: event.group_id,
    audience: wanted.audience,
  });
  const plan = planChange({
    event,
    attendees,
    wanted,
    invitees: withStoredSpelling(invitees, attendees),
    formerMembers: await readFormerMembers(db, {
      eventId: event.id,
      groupIds: await groupsInvitedStill(db, given),
    }),
  });
  // Whom the organization let in before may stay.
  await refuseOutside(db, deps, plan.added);
  return plan;
}

/** The groups that the event invites before and after. */
async function groupsInvitedStill(
  db: Db,
  { event, wanted }: { event: EventRow; wanted: EventChange },
): Promise<string[]> {
  const after = new Set(invitedGroups(event.group_id, wanted.audience));
  return invitedGroups(event.group_id, {
    group: event.audience_group,
    coHosts: await readCoHostIds(db, event.id),
  }).filter((id) => after.has(id));
}

/** The addresses under which people are invited. */
export function invitedIn(
  attendees: readonly Pick<AttendeeRow, "address" | "wanted">[],
): Set<string> {
  return new Set(
    attendees.flatMap(({ address, wanted }) => (wanted ? [address] : [])),
  );
}

/**
 * The same; null: nothing would change, not even where its cards stand.
 * @throws {AppError} naming the field that cannot be so
 */
export async function planWithCards(
  trx: Trx,
  deps: EventDeps,
  given: { event: EventWithWaves; wanted: EventChange; now: Date },
): Promise<ChangePlan | null> {
  const { event, wanted } = given;
  const plan = await planStoredChange(trx, deps, given);
  const { added, removed } = await otherChannels(trx, {
    eventId: event.id,
    groupIds: [
      event.group_id,
      ...coHostsBesides(event.group_id, wanted.audience),
      ...(await readSilentHostIds(trx, event.id)),
    ],
    channelIds: wanted.channelIds,
  });
  const stays =
    plan.changes.length === 0 &&
    plan.marked.length === 0 &&
    sameAudience(event, await readCoHostIds(trx, event.id), wanted) &&
    wanted.open === event.open &&
    wanted.isOnline === event.is_online &&
    added.length + removed.length === 0;
  return stays ? null : plan;
}

function sameAudience(
  event: EventRow,
  coHostIds: readonly string[],
  wanted: EventChange,
): boolean {
  const coHosts = coHostsBesides(event.group_id, wanted.audience);
  const { lateJoiners = event.late_joiners } = wanted.audience;
  const typed = wanted.audience.addresses.map(normaliseAddress);
  const stored = new Set(event.audience_addresses);
  return (
    event.audience_group === wanted.audience.group &&
    event.late_joiners === lateJoiners &&
    coHosts.length === coHostIds.length &&
    coHosts.every((id) => coHostIds.includes(id)) &&
    event.audience_addresses.length === typed.length &&
    typed.every((address) => stored.has(address))
  );
}
