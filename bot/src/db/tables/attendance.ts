import type { ColumnType, Generated, Selectable } from "kysely";

/** How far the reading of an event's attendance is; there is a row from the first try on. */
export interface AttendanceReadingsTable {
  event_id: string;
  /** The event's end as the tries go by it: another one begins them anew. */
  for_end: Date;
  /** The link under which the meeting was looked up; another one is another meeting. */
  join_url: string;
  /** Teams' own id; null until it was looked up. */
  online_meeting_id: string | null;
  /** How often reports were looked for since the event's end without finding one. */
  tries: Generated<number>;
  /** Null: nothing more is tried by itself. */
  next_try_at: Date | null;
  /** Why the last look found nothing, or not all; null: it went well. */
  problem: ReadingProblem | null;
  /** When it was met first, of the looks in a row that met it. */
  problem_since: Date | null;
  /** When a session was last found that was not known; null: no look that found one is through so far. */
  found_at: Date | null;
}

/** Those of the contract's problems of attendance that a look at Teams meets. */
export type ReadingProblem =
  | "permissionMissing"
  | "appPermissionMissing"
  | "policyMissing"
  | "meetingUnknown"
  | "channelMeeting"
  | "noReportYet"
  | "noReport"
  | "accountBroken"
  | "unreachable";

/** One session of an event's Teams meeting, as its report says: a meeting that is left by all and begun again has two. */
export interface AttendanceSessionsTable {
  event_id: string;
  report_id: string;
  started_at: Date;
  ended_at: Date;
  /** How many Teams counted, which can be more than it lists. */
  participants: number | null;
  /** How many people its report listed; an erased person's records are gone, and still counted here. */
  listed: number;
}

/** One record of a session's report: somebody, or one device of somebody's. */
export interface AttendanceVisitsTable {
  event_id: string;
  report_id: string;
  /** Its place in the report. */
  n: number;
  object_id: string | null;
  /** Lower case. */
  address: string | null;
  display_name: string;
  kind: "person" | "guest" | "phone";
  seconds: number;
  first_join_at: Date;
  last_leave_at: Date;
  /** From joining to leaving, earliest first; none where Teams told no more than the seconds. */
  stays: ColumnType<{ from: string; until: string }[], string, string>;
}

/** Somebody whom a lead ticked off in the room. */
export interface RoomAttendanceTable {
  id: string;
  event_id: string;
  /** Null: was not invited, or is not any more. */
  attendee_id: string | null;
  object_id: string | null;
  /** Lower case. */
  address: string | null;
  display_name: string;
  /** What the meeting's report said of somebody who was not invited; null: added or ticked without it. */
  visit_kind: "person" | "guest" | "phone" | null;
  ticked_by: string;
  ticked_by_name: string;
  ticked_at: Date;
}

/**
 * How many came to an event, counted in the transaction that changes what is known of it; for leads: others are told by
 * `guardCounts`. Only where `for_end` is the event's `ends_at` it is of its present time. Numbers are null together: then
 * nothing is known. What comes of answers and rosters may be older than these are.
 */
export interface AttendanceTotalsTable {
  event_id: string;
  for_end: Date;
  came: number | null;
  in_meeting: number | null;
  in_room: number | null;
  came_without_answer: number | null;
  /** Accepted and did not come. */
  did_not_come: number | null;
  /** How many more Teams counted than it listed; they are not among those who came. */
  unlisted: number | null;
  /** Null: not yet, which a job does. */
  counted_at: Date | null;
}

/** Who downloaded a list of an event's people: who came, or who answered what; written before the file goes out. */
export interface AttendanceDownloadsTable {
  id: Generated<string>;
  event_id: string;
  downloaded_by: string;
  downloaded_by_name: string;
  downloaded_at: Date;
  list: Generated<"attendance" | "answers">;
}

/** A lead's wish to thank in the channels who came; at most one an event. */
export interface ThankYousTable {
  event_id: string;
  /** The number that its cards say; null: none, because so few came. */
  count: number | null;
  /** There were more: Teams did not list everybody. */
  is_at_least: boolean;
  asked_by: string;
  asked_by_name: string;
  asked_at: Date;
}

/**
 * The thank-you card in one channel. `posting` is written before it goes out; `unclear`: nobody knows whether it is
 * there, and it is not posted again; `failed`: it is not there.
 */
export interface ThankYouPostsTable {
  event_id: string;
  channel_id: string;
  channel_name: string;
  state: Generated<"toPost" | "posting" | "posted" | "unclear" | "failed">;
  problem: ThankYouProblem | null;
  activity_id: string | null;
}

/**
 * Why a thank-you is not in a channel. `noToken`: Entra gave the bot no token, the next try starts by itself;
 * `stopped`: something went wrong on our own side.
 */
export type ThankYouProblem =
  | "noToken"
  | "appRemoved"
  | "channelDeleted"
  | "channelArchived"
  | "botBlocked"
  | "refused"
  | "stopped";

export type AttendanceReadingRow = Selectable<AttendanceReadingsTable>;
export type AttendanceSessionRow = Selectable<AttendanceSessionsTable>;
export type AttendanceVisitRow = Selectable<AttendanceVisitsTable>;
export type AttendanceTotalsRow = Selectable<AttendanceTotalsTable>;
export type RoomAttendanceRow = Selectable<RoomAttendanceTable>;
export type ThankYouRow = Selectable<ThankYousTable>;
export type ThankYouPostRow = Selectable<ThankYouPostsTable>;
