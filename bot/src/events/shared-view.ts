import type { EventCard } from "../../contract/event-cards.ts";
import type { MeetingForLeads } from "../../contract/events.ts";
import type { GivenAnswer, Tally } from "../../contract/answer.ts";
import type { LateInvitation } from "../../contract/late-invitation.ts";
import type { Timeline } from "../../contract/timeline.ts";
import { findAccountOf } from "../accounts/account-store.ts";
import { readAudienceSettings } from "../audience/audience-settings.ts";
import { listCards } from "../cards/view-cards.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";
import type { AttendeeRow } from "../db/tables/attendees.ts";
import type { EventRow, WaveRow } from "../db/tables/events.ts";
import { viewMeeting } from "../meetings/view-meeting.ts";
import { readEarlierAnswers } from "../responses/earlier-answers.ts";
import { readTimeline } from "../responses/read-timeline.ts";
import { tallyAttendees } from "../responses/tally-attendees.ts";
import {
  readCoHostIds,
  readHostGroups,
  type HostGroup,
} from "./event-groups.ts";
import { listAttendees } from "./event-store.ts";
import { findHeldChange, type HeldChange } from "./hold/held-change-store.ts";
import { listLateInvitations } from "./late-joiners/late-invitation-store.ts";
import { expectEnd } from "./sending/expect-end.ts";
import type { SendingDeps } from "./sending/expect-sending.ts";
import { attendeesMark } from "./seen-attendees.ts";
import { readNextTry, type NextTry } from "./sending/next-try.ts";
import { listWaves } from "./wave-store.ts";

/** What a view needs to tell, besides what is stored. */
export type ViewDeps = SendingDeps;

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
  nextTry: NextTry | null;
  attendees: AttendeeRow[];
  /** Empty when it was read for somebody who sees no names. */
  attendeesMark: string;
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
  viewer: { leads: boolean },
): Promise<SharedView> {
  const attendees = (await listAttendees(deps.db, event.id)).filter(
    ({ wanted }) => wanted,
  );
  const { smallestBreakdown } = await readAudienceSettings(deps.db);
  const waves = await listWaves(deps.db, event.id);
  const account = await findAccountOf(deps.db, event);
  const readAt = deps.clock.now();
  return {
    event,
    waves,
    groups: await readHostGroups(deps.db, event.id),
    coHostIds: await readCoHostIds(deps.db, event.id),
    smallestBreakdown,
    lastAt: await expectEnd(deps, { event, waves, attendees }),
    nextTry: await readNextTry(deps.db, { event, waves, account, now: readAt }),
    attendees,
    attendeesMark: viewer.leads ? attendeesMark(attendees) : "",
    tally: tallyAttendees(attendees),
    lateInvitations: viewer.leads
      ? await listLateInvitations(deps.db, event.id)
      : [],
    timeline: viewer.leads
      ? await readTimeline(deps.db, { eventId: event.id })
      : null,
    cards: await listCards(deps.db, { eventId: event.id, now: readAt }),
    meeting: viewer.leads ? await viewMeeting(deps.db, event) : null,
    account,
    held: await findHeldChange(deps.db, event.id),
    earlierAnswers: await readEarlierAnswers(deps.db, event),
    readAt,
  };
}
