import type { StoredHistoryChange } from "./stored-history-change.ts";
import type { NamedChannel } from "../../cards/choose-channels.ts";
import type { EventChange } from "../../../contract/event-content.ts";
import type { EventRow } from "../../db/tables/events.ts";
import { contentOf, type ChangePlan } from "../plan-change.ts";
import { contentChanges, type EventTime } from "../scheduled-event.ts";
import type { OutlookChange } from "../stored-outlook-change.ts";

/**
 * What a lead's change makes of an event, part by part. Pure.
 *
 * @param given.time the event's time afterwards
 * @param given.channels those with its card
 */
export function changesByLead(given: {
  event: EventRow;
  wanted: EventChange;
  plan: Pick<ChangePlan, "added" | "removed">;
  time: Pick<EventTime, "startsAt" | "endsAt">;
  channels: { from: NamedChannel[]; to: NamedChannel[] };
  /** Ids of the groups besides its own that it invites. */
  coHosts: { from: readonly string[]; to: readonly string[] };
}): StoredHistoryChange[] {
  const { event, wanted, plan, time, channels } = given;
  const changed = new Set(contentChanges(contentOf(event), wanted));
  const changes: StoredHistoryChange[] = [];
  for (const field of ["title", "location", "description"] as const)
    if (changed.has(field))
      changes.push({ field, from: event[field], to: wanted[field] });
  if (changed.has("time"))
    changes.push({
      field: "time",
      from: timeOf(event),
      to: {
        startsAt: time.startsAt.toISOString(),
        endsAt: time.endsAt.toISOString(),
        isAllDay: wanted.isAllDay ?? false,
        timeZone: wanted.timeZone,
      },
    });
  const people = { added: plan.added.length, removed: plan.removed.length };
  if (people.added + people.removed > 0)
    changes.push({ field: "people", ...people });
  if (JSON.stringify(channels.from) !== JSON.stringify(channels.to))
    changes.push({ field: "channels", ...channels });
  if (wanted.open !== event.open)
    changes.push({ field: "open", to: wanted.open });
  return [...changes, ...audienceChanges(given)];
}

/** Whom it invites, besides how many people that makes. */
function audienceChanges({
  event,
  wanted,
  coHosts: { from, to },
}: Pick<
  Parameters<typeof changesByLead>[0],
  "event" | "wanted" | "coHosts"
>): StoredHistoryChange[] {
  const { group, lateJoiners = event.late_joiners } = wanted.audience;
  const added = to.filter((id) => !from.includes(id));
  const removed = from.filter((id) => !to.includes(id));
  return [
    ...(group !== event.audience_group
      ? [{ field: "wholeGroup" as const, to: group }]
      : []),
    ...(added.length + removed.length > 0
      ? [{ field: "coHostIds" as const, added, removed }]
      : []),
    ...(lateJoiners !== event.late_joiners
      ? [{ field: "lateJoiners" as const, to: lateJoiners }]
      : []),
    ...(wanted.isOnline !== event.is_online
      ? [{ field: "meeting" as const, to: wanted.isOnline }]
      : []),
  ];
}

/** What somebody changed in Outlook by hand. Pure. */
export function changesByHand(
  event: EventRow,
  { fields, shows }: Extract<OutlookChange, { kind: "edited" }>,
): StoredHistoryChange[] {
  return fields.map((field) =>
    field === "time"
      ? {
          field,
          from: timeOf(event),
          to:
            shows.startsAt === null || shows.endsAt === null
              ? null
              : {
                  startsAt: new Date(shows.startsAt).toISOString(),
                  endsAt: new Date(shows.endsAt).toISOString(),
                  isAllDay: shows.isAllDay ?? event.is_all_day,
                  timeZone: event.time_zone,
                },
        }
      : { field, from: event[field], to: shows[field] },
  );
}

function timeOf(event: EventRow) {
  return {
    startsAt: event.starts_at.toISOString(),
    endsAt: event.ends_at.toISOString(),
    isAllDay: event.is_all_day,
    timeZone: event.time_zone,
  };
}
