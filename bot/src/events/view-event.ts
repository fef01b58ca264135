import type { Audience } from "../../contract/event-content.ts";
import type { EventDetail } from "../../contract/events.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { outlookDayLink, type LinkBases } from "../cards/render/card-links.ts";
import { readTogether } from "../db/database.ts";
import { readUndo } from "../responses/read-undo.ts";
import { htmlOf } from "../description/settle-description.ts";
import type { HostGroup } from "./event-groups.ts";
import { liveView } from "./live-view.ts";
import { loadSeenEvent } from "./load-seen-event.ts";
import {
  readSharedView,
  type SharedView,
  type ViewDeps,
} from "./shared-view.ts";
import { viewerOf } from "./viewer.ts";

export type EventViewDeps = ViewDeps & { linkBases: LinkBases };

/** One event as the actor may see it. @throws {AppError} when there is none for them */
export async function viewEvent(
  deps: EventViewDeps,
  given: { actor: Actor; eventId: string },
): Promise<EventDetail> {
  // Else a change that is carried out in between would be missing from both the event and what is held.
  const { loaded, shared, viewer, undo } = await readTogether(
    deps.db,
    async (db) => {
      const loaded = await loadSeenEvent(
        { ...deps, db },
        given.actor,
        given.eventId,
      );
      const viewer = viewerOf(given.actor, loaded);
      const shared = await readSharedView(
        { ...deps, db },
        loaded.event,
        viewer,
      );
      const { event, own } = loaded;
      const undo = await readUndo(db, { event, own, now: shared.readAt });
      return { loaded, shared, viewer, undo };
    },
  );
  const allows = (action: "event.edit" | "event.cancel" | "event.answer") =>
    may(given.actor, { action, event: loaded.facts });
  const { event, group, coHosts } = loaded;
  return {
    ...liveView(shared, viewer),
    id: event.id,
    group: asHost(group),
    coHosts: coHosts.map(asHost),
    title: event.title,
    description: event.description,
    descriptionHtml: htmlOf({
      description: event.description,
      descriptionHtml: event.description_html,
    }),
    startsAt: event.starts_at.toISOString(),
    endsAt: event.ends_at.toISOString(),
    start: event.start_local,
    end: event.end_local,
    isAllDay: event.is_all_day,
    timeZone: event.time_zone,
    isOnline: event.is_online,
    location: event.location,
    audience: viewer.seesNames ? audienceOf(shared) : null,
    open: event.open,
    organizer: shared.account && {
      displayName: shared.account.display_name,
      address: shared.account.address,
    },
    cancelMessage: event.cancel_message,
    outlookUrl: outlookDayLink(deps.linkBases, event.start_local),
    undo,
    permissions: {
      edit: allows("event.edit"),
      cancel: allows("event.cancel"),
      seeAttendees: viewer.seesNames,
      answer: allows("event.answer"),
    },
  };
}

function asHost({ id, name, confidential }: HostGroup): EventDetail["group"] {
  return { id, name, confidential };
}

function audienceOf({ event, attendees, coHostIds }: SharedView): Audience {
  const addresses = event.audience_addresses;
  return {
    group: event.audience_group,
    coHosts: coHostIds,
    lateJoiners: event.late_joiners,
    addresses,
    lists: attendees.flatMap(({ address, list_size }) =>
      list_size !== null && addresses.includes(address)
        ? [{ address, about: list_size }]
        : [],
    ),
  };
}
