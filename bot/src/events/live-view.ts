import type { EventStatus } from "../../contract/event-status.ts";
import type { EventLive } from "../../contract/events.ts";
import { works } from "../accounts/account-store.ts";
import { isConfidential } from "../access/policy.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow } from "../db/tables/events.ts";
import { guardTally } from "../responses/guard-tally.ts";
import { isUnknownToOutlook } from "../responses/unknown-to-outlook.ts";
import { offeredVersion } from "./hold/offered-version.ts";
import { viewHeld, viewLastChange } from "./hold/view-held.ts";
import { liveAttendees } from "./seen-attendees.ts";
import type { SharedView } from "./shared-view.ts";
import { viewOutlookChange } from "./view-outlook-change.ts";
import { ownRow, type Viewer } from "./viewer.ts";
import { openChange, stateOf, type EventState } from "./wave-state.ts";

/** What one viewer sees of it. Pure. */
export function liveView(shared: SharedView, viewer: Viewer): EventLive {
  const { event, attendees } = shared;
  const own = ownRow(attendees, viewer.actor);
  const state = stateOf(event, shared.waves);
  const status = statusOf(event, state);
  const atWork =
    status === "scheduling" || status === "updating" || status === "cancelling";
  // What was paused stays so when nothing is left: who joins then waits, too.
  const mayWait = atWork || isPaused(event);
  const waitingFor = waitingOf(shared, { mayWait });
  const waitsForTime = waitingFor === "nextTry" || waitingFor === "pause";
  const next = waitsForTime ? shared.nextTry : null;
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
    unknownToOutlook: isUnknownToOutlook(own ?? null),
    move: moveFor(shared, viewer, own),
    progress: {
      invited: attendees.filter(({ invited_at }) => invited_at !== null).length,
      total: attendees.length,
      waitingFor,
      nextTryAt: next?.at.toISOString() ?? null,
      nextTryInMs:
        next && Math.max(0, next.at.getTime() - shared.readAt.getTime()),
      problem: state.problem ?? (next?.isPause ? pauseSentence : null),
      waves: shared.waves.length,
      lastAt: atWork ? (shared.lastAt?.toISOString() ?? null) : null,
      pausedBy: viewer.leads && isPaused(event) ? event.paused_by_name : null,
      canPause: viewer.seesNames && mayWait && !event.cancelled,
    },
    meeting: {
      state: event.meeting_state,
      joinUrl: event.join_url,
      forLeads: viewer.leads ? shared.meeting : null,
    },
    attendees: viewer.seesNames ? liveAttendees(attendees) : null,
    attendeesMark: viewer.seesNames ? shared.attendeesMark : "",
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

const pauseSentence = "Outlook has asked for a pause.";

/** What the work waits for; null: it goes on, or there is none. */
function waitingOf(
  { event, account, nextTry }: SharedView,
  { mayWait }: { mayWait: boolean },
): EventLive["progress"]["waitingFor"] {
  if (!mayWait) return null;
  if (!works(account)) return "serviceAccount";
  if (isPaused(event)) return "resume";
  if (nextTry === null) return null;
  return nextTry.isPause ? "pause" : "nextTry";
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
