import type {
  Audience,
  EventCard,
  EventDetail,
  EventLive,
  EventStatus,
  MeetingForLeads,
} from "../../contract/events.ts";
import type { GivenAnswer, Tally } from "../../contract/answer.ts";
import type { LateInvitation } from "../../contract/late-invitation.ts";
import type { Timeline } from "../../contract/timeline.ts";
import { findAccountOf, works } from "../accounts/account-store.ts";
import type { Actor } from "../access/actor.ts";
import { isConfidential, may, type EventFacts } from "../access/policy.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import { listCards } from "../cards/view-cards.ts";
import { readTogether } from "../db/database.ts";
import type {
  AttendeeRow,
  EventRow,
  ServiceAccountRow,
  WaveRow,
} from "../db/schema.ts";
import { viewMeeting } from "../meetings/view-meeting.ts";
import { guardTally } from "../responses/guard-tally.ts";
import { tallyAttendees } from "../responses/tally-attendees.ts";
import { readEarlierAnswers } from "../responses/earlier-answers.ts";
import { readTimeline } from "../responses/read-timeline.ts";
import { findHeldChange, type HeldChange } from "./hold/held-change-store.ts";
import { offeredVersion } from "./hold/offered-version.ts";
import { viewHeld, viewLastChange } from "./hold/view-held.ts";
import { listLateInvitations } from "./late-joiners/late-invitation-store.ts";
import {
  readCoHostIds,
  readHostGroups,
  type HostGroup,
} from "./event-groups.ts";
import { listAttendees } from "./event-store.ts";
import { loadSeenEvent, type SeenEvent } from "./load-seen-event.ts";
import { liveAttendees } from "./seen-attendees.ts";
import { expectEnd } from "./sending/expect-end.ts";
import type { SendingDeps } from "./sending/expect-sending.ts";
import { viewOutlookChange } from "./view-outlook-change.ts";
import { openChange, stateOf, type EventState } from "./wave-state.ts";
import { listWaves } from "./wave-store.ts";

/** What a view needs to tell, besides what is stored. */
export type ViewDeps = SendingDeps;

/** One event as the actor may see it. @throws {AppError} when there is none for them */
export async function viewEvent(
  deps: ViewDeps,
  given: { actor: Actor; eventId: string },
): Promise<EventDetail> {
  // Else a change that is carried out in between would be missing from both the event and what is held.
  const { loaded, shared, viewer } = await readTogether(deps.db, async (db) => {
    const loaded = await loadSeenEvent(
      { ...deps, db },
      given.actor,
      given.eventId,
    );
    const viewer = viewerOf(given.actor, loaded);
    const shared = await readSharedView({ ...deps, db }, loaded.event, viewer);
    return { loaded, shared, viewer };
  });
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

/** Everything live about an event that does not depend on who looks: read once for all viewers. */
export interface SharedView {
  event: EventRow;
  waves: WaveRow[];
  /** The groups that host it, its own first. */
  groups: HostGroup[];
  /** Of those besides its own whose members are invited. */
  coHostIds: string[];
  smallestBreakdown: number;
  /** When the last of its mails goes out; null: none is left, or nobody knows. */
  lastAt: Date | null;
  attendees: AttendeeRow[];
  tally: Tally;
  /** Null when it was read for somebody who sees no names. */
  timeline: Timeline | null;
  lateInvitations: LateInvitation[];
  cards: EventCard[];
  /** Null when it was read for somebody who does not lead the event, or there is no meeting. */
  meeting: MeetingForLeads | null;
  account: ServiceAccountRow | null;
  held: HeldChange | null;
  /** What people had answered to an earlier time, by attendee. */
  earlierAnswers: Map<string, GivenAnswer>;
  readAt: Date;
}

export async function readSharedView(
  deps: ViewDeps,
  event: EventRow,
  viewer: Pick<Viewer, "leads">,
): Promise<SharedView> {
  const attendees = (await listAttendees(deps.db, event.id)).filter(
    ({ wanted }) => wanted,
  );
  const { smallestBreakdown } = await readAudienceSettings(deps.db);
  const waves = await listWaves(deps.db, event.id);
  return {
    event,
    waves,
    groups: await readHostGroups(deps.db, event.id),
    coHostIds: await readCoHostIds(deps.db, event.id),
    smallestBreakdown,
    lastAt: await expectEnd(deps, { event, waves, attendees }),
    attendees,
    tally: tallyAttendees(attendees),
    lateInvitations: viewer.leads
      ? await listLateInvitations(deps.db, event.id)
      : [],
    timeline: viewer.leads
      ? await readTimeline(deps.db, { eventId: event.id })
      : null,
    cards: await listCards(deps.db, event.id),
    meeting: viewer.leads ? await viewMeeting(deps.db, event) : null,
    account: await findAccountOf(deps.db, event),
    held: await findHeldChange(deps.db, event.id),
    earlierAnswers: await readEarlierAnswers(deps.db, event),
    readAt: deps.clock.now(),
  };
}

/** What one viewer sees of it. Pure. */
export function liveView(shared: SharedView, viewer: Viewer): EventLive {
  const { event, attendees } = shared;
  const own = ownRow(attendees, viewer.actor);
  const state = stateOf(event, shared.waves);
  const status = statusOf(event, state);
  const atWork =
    status === "scheduling" || status === "updating" || status === "cancelling";
  return {
    // What waits is nobody else's business, nor that something does.
    version: viewer.leads ? offeredVersion(event) : event.version,
    status,
    tally: viewer.seesNames
      ? shared.tally
      : guardTally(shared.tally, {
          confidential: isConfidential(shared),
          smallestBreakdown: shared.smallestBreakdown,
        }),
    myAnswer: own?.answer ?? null,
    move: moveFor(shared, viewer, own),
    progress: {
      invited: attendees.filter(({ invited_at }) => invited_at !== null).length,
      total: attendees.length,
      waitingFor: !atWork
        ? null
        : !works(shared.account)
          ? "serviceAccount"
          : isPaused(event)
            ? "resume"
            : state.nextTryAt
              ? "nextTry"
              : null,
      nextTryAt: atWork ? (state.nextTryAt?.toISOString() ?? null) : null,
      problem: state.problem,
      waves: shared.waves.length,
      lastAt: atWork ? (shared.lastAt?.toISOString() ?? null) : null,
      pausedBy: viewer.leads && isPaused(event) ? event.paused_by_name : null,
      canPause: viewer.seesNames && atWork && !event.cancelled,
    },
    meeting: {
      state: event.meeting_state,
      joinUrl: event.join_url,
      forLeads: viewer.leads ? shared.meeting : null,
    },
    attendees: viewer.seesNames ? liveAttendees(attendees) : null,
    timeline: viewer.seesNames ? shared.timeline : null,
    lateInvitations: viewer.seesNames ? shared.lateInvitations : null,
    cards: viewer.leads ? shared.cards : null,
    outlookChange:
      viewer.seesNames && !event.cancelled
        ? viewOutlookChange(openChange(shared.waves)?.change ?? null, event)
        : null,
    held: viewer.leads ? heldFor(shared, viewer) : null,
    lastChange: viewer.leads ? viewLastChange(shared, viewer.actor) : null,
  };
}

/** What waits names who is to be invited. */
function heldFor(shared: SharedView, viewer: Viewer): EventLive["held"] {
  const held = viewHeld(shared, viewer.actor);
  return held && !viewer.seesNames ? { ...held, content: null } : held;
}

/** A cancellation goes out all the same. */
function isPaused(event: EventRow): boolean {
  return event.paused_at !== null && !event.cancelled;
}

function moveFor(
  { event, tally, earlierAnswers, readAt }: SharedView,
  viewer: Viewer,
  own: AttendeeRow | undefined,
): EventLive["move"] {
  const isOpen = !event.cancelled && event.ends_at > readAt;
  const waits = own?.answer === "none" || (viewer.seesNames && tally.none > 0);
  if (event.schedule_version === 1 || !isOpen || !waits) return null;
  return {
    at: event.moved_at?.toISOString() ?? null,
    myEarlierAnswer: (own && earlierAnswers.get(own.id)) ?? null,
  };
}

/** The row of one person: by object id, or by address while a row has none. */
function ownRow(
  attendees: readonly AttendeeRow[],
  { objectId, addresses }: Viewer["actor"],
): AttendeeRow | undefined {
  return (
    attendees.find(({ object_id }) => object_id === objectId) ??
    attendees.find(
      ({ object_id, address }) =>
        object_id === null && addresses.includes(address),
    )
  );
}

/** Who watches an event. */
export interface Viewer {
  /** Their row is looked for each time: somebody who watches an open event may join it meanwhile. */
  actor: Pick<Actor, "objectId" | "addresses">;
  /** Looks after the event, and so sees what waits, its cards and its meeting. */
  leads: boolean;
  /** And may know who is invited, and who answered what. */
  seesNames: boolean;
}

export function viewerOf(actor: Actor, seen: Pick<SeenEvent, "facts">): Viewer {
  const allows = (action: "event.lead" | "event.seeAttendees") =>
    may(actor, { action, event: seen.facts });
  return {
    actor,
    leads: allows("event.lead"),
    seesNames: allows("event.seeAttendees"),
  };
}

/**
 * What somebody who watches an event may see of it now: its groups may be others than when they began, or more
 * private. Null: nothing any more.
 */
export function viewerNow(actor: Actor, shared: SharedView): Viewer | null {
  const { event, groups } = shared;
  const facts: EventFacts = {
    groups,
    cancelled: event.cancelled,
    hasEnded: event.ends_at <= shared.readAt,
    isAttendee: ownRow(shared.attendees, actor) !== undefined,
    open: event.open,
    isHeld: event.held_until !== null,
  };
  return may(actor, { action: "event.see", event: facts })
    ? viewerOf(actor, { facts })
    : null;
}

/** Pure. */
export function statusOf(
  event: Pick<EventRow, "cancelled" | "version">,
  state: Pick<EventState, "publishedVersion" | "hasFailed">,
): EventStatus {
  if (state.hasFailed) return "failed";
  // People who join are invited on the side: the event as such stays scheduled.
  const shown = state.publishedVersion >= event.version;
  if (event.cancelled) return shown ? "cancelled" : "cancelling";
  if (state.publishedVersion === 0) return "scheduling";
  return shown ? "scheduled" : "updating";
}
