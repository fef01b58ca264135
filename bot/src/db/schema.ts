import type { ColumnType, Generated, Selectable } from "kysely";
import type { Answer } from "../../contract/answer.ts";
import type { HistoryKind } from "../../contract/event-history.ts";
import type { GroupRole } from "../../contract/groups.ts";
import type { StoredHistoryChange } from "../events/history/stored-history-change.ts";
import type {
  OutlookChange,
  OutlookShown,
} from "../events/stored-outlook-change.ts";

/** The tables as kysely sees them; the migrations say what each constraint means. */
export interface Tables {
  people: PeopleTable;
  groups: GroupsTable;
  group_channels: GroupChannelsTable;
  group_members: GroupMembersTable;
  personal_chats: PersonalChatsTable;
  service_accounts: ServiceAccountsTable;
  token_caches: TokenCachesTable;
  sign_ins: SignInsTable;
  admin_consents: AdminConsentsTable;
  admins: AdminsTable;
  admin_notices: AdminNoticesTable;
  organization_settings: OrganizationSettingsTable;
  graph_subscriptions: GraphSubscriptionsTable;
  scheduled_events: ScheduledEventsTable;
  waves: WavesTable;
  held_changes: HeldChangesTable;
  attendees: AttendeesTable;
  event_groups: EventGroupsTable;
  late_invitations: LateInvitationsTable;
  event_cards: EventCardsTable;
  event_meetings: EventMeetingsTable;
  conversation_paces: ConversationPacesTable;
  answers: AnswersTable;
  event_history: EventHistoryTable;
  idempotency_keys: IdempotencyKeysTable;
  stopped_work: StoppedWorkTable;
  mailing_lists: MailingListsTable;
  attendance_readings: AttendanceReadingsTable;
  attendance_sessions: AttendanceSessionsTable;
  attendance_visits: AttendanceVisitsTable;
  room_attendance: RoomAttendanceTable;
  attendance_totals: AttendanceTotalsTable;
  attendance_downloads: AttendanceDownloadsTable;
  insight_downloads: InsightDownloadsTable;
  thank_yous: ThankYousTable;
  thank_you_posts: ThankYouPostsTable;
}

interface PeopleTable {
  id: string;
  object_id: string;
  display_name: string;
  address: string | null;
  user_principal_name: string | null;
  /** The id by which the bot's channel knows the person (`29:…`); null until a roster told it. */
  teams_user_id: string | null;
}

interface GroupsTable {
  id: string;
  team_id: string;
  directory_group_id: string | null;
  name: string;
  confidential: Generated<boolean>;
  installed: Generated<boolean>;
  /** A botbuilder ConversationReference. */
  conversation_reference: ColumnType<unknown, string, string>;
  /** The team has been greeted; written before the greeting goes out, which so comes at most once. */
  welcomed: Generated<boolean>;
  created_at: Date;
  /** Where its new events get a card; null: in General. Channels in it may be gone. */
  usual_channels: Generated<string[] | null>;
  usually_online: Generated<boolean>;
  /** Null: unless the group is confidential. */
  usually_open: Generated<boolean | null>;
  usually_late_joiners: Generated<boolean>;
}

interface GroupChannelsTable {
  group_id: string;
  channel_id: string;
  name: string;
  kind: "standard" | "private" | "shared";
}

interface GroupMembersTable {
  group_id: string;
  person_id: string;
  role: GroupRole;
  in_roster: Generated<boolean>;
  /** True when the role is owner because the person owns the team. */
  owns_team: Generated<boolean>;
}

/** Private chats with the bot: where it can write to a person by itself. */
interface PersonalChatsTable {
  object_id: string;
  conversation_id: string;
  service_url: string;
  installed: boolean;
}

interface ServiceAccountsTable {
  id: string;
  object_id: string;
  tenant_id: string;
  user_principal_name: string;
  display_name: string;
  address: string;
  home_account_id: string;
  /** What Entra granted, as of the newest token that was looked at. */
  scopes: string[];
  /** `disconnected`: its tokens are gone; the events that it organizes wait for it. */
  state: "connected" | "degraded" | "broken" | "disconnected";
  /** A trouble's code; null while connected. */
  problem_code: string | null;
  state_since: Date;
  /** The first check in a row that Microsoft did not answer. */
  unreachable_since: Date | null;
  is_default: boolean;
  connected_at: Date;
  connected_by: string;
  connected_by_name: string;
  /** What the last check found, a list of Finding. */
  findings: ColumnType<unknown, string, string>;
  checked_at: Date | null;
  next_check_at: Date;
  /** How often in a row daily work met a trouble that a check then did not find, and when last. */
  failures: Generated<number>;
  failed_at: Date | null;
  /** Changes before this moment may have gone unreported; null: none have. */
  catch_up_since: Date | null;
}

interface TokenCachesTable {
  account_id: string;
  sealed: Buffer;
  /** Another with each change, never twice, so that processes notice those of others. */
  version: Generated<number>;
  /** When a backend with another key sealed it last; others of before that change may still run. */
  resealed_at: Date | null;
  updated_at: Date;
}

/** A sign-in of a service account, from the link to the admin's word; its secrets go when it ends. */
interface SignInsTable {
  id: string;
  state: "begun" | "opened" | "redeeming" | "toConfirm" | "ended";
  begun_by: string;
  begun_by_name: string;
  begun_at: Date;
  expires_at: Date;
  ticket_hash: string;
  state_hash: string | null;
  browser_hash: string | null;
  /** PKCE verifier and nonce; from `toConfirm` on the tokens. */
  sealed_secrets: Buffer | null;
  /** Who came, once it is the expected account. */
  came: ColumnType<unknown, string | null, string | null>;
  outcome: SignInOutcome | null;
  message: string | null;
  ended_at: Date | null;
}

export type SignInOutcome =
  | "connected"
  | "wrongAccount"
  | "denied"
  | "approvalNeeded"
  | "failed"
  | "expired"
  | "discarded";

/** Links with which an admin of Entra grants the permissions for everybody. */
interface AdminConsentsTable {
  state_hash: string;
  begun_by: string;
  begun_at: Date;
  expires_at: Date;
  outcome: "granted" | "refused" | null;
  message: string | null;
  ended_at: Date | null;
}

/** Who has shown to be an admin by a token's app role; those of ADMIN_USERS need no row. */
interface AdminsTable {
  object_id: string;
  display_name: string;
  /** By the app role; otherwise ADMIN_USERS named them when they were seen. */
  by_role: boolean;
  seen_at: Date;
}

/** What the bot told an admin last, by topic: an account, or a secret. */
interface AdminNoticesTable {
  object_id: string;
  topic: string;
  told: string;
  told_at: Date;
}

/** One row. */
interface OrganizationSettingsTable {
  id: Generated<boolean>;
  attendance_access: Generated<"delegated" | "appOnly">;
  /** Whose token Entra exchanged for a Graph token, which only a grant for others than the account allows. */
  grant_for_everybody: string | null;
  grant_looked_at: Date | null;
  /** When a backend last said that it runs: a gap means that nobody heard Graph's reports. */
  alive_at: Date | null;
  /** Lower-case mail domains of the organization; null: that of the service account. */
  own_domains: string[] | null;
  external_policy: Generated<"allow" | "warn" | "refuse">;
  meeting_capacity: Generated<number>;
  smallest_breakdown: Generated<number>;
  /** Counts the changes of what is said of audiences. */
  audience_version: Generated<number>;
}

interface GraphSubscriptionsTable {
  account_id: string;
  graph_id: string | null;
  client_state: string;
  /** Where Graph reports to; another than today's address has to be replaced. */
  notification_url: string | null;
  expires_at: Date | null;
}

interface ScheduledEventsTable {
  id: string;
  group_id: string;
  /** Whose calendar it stands on; null until its first wave does. */
  account_id: string | null;
  title: string;
  /** Plain text. */
  description: string;
  /** Its canonical HTML; null: plain text says all. */
  description_html: string | null;
  start_local: string;
  end_local: string;
  time_zone: string;
  starts_at: Date;
  ends_at: Date;
  /** Whole days of its zone: `start_local` and `end_local` are midnights. */
  is_all_day: Generated<boolean>;
  is_online: boolean;
  location: string;
  audience_group: boolean;
  audience_addresses: string[];
  /** Whether who joins an invited group later is invited by themselves. */
  late_joiners: Generated<boolean>;
  /** People who see it may add themselves by answering. */
  open: boolean;
  cancelled: Generated<boolean>;
  cancel_message: string | null;
  version: Generated<number>;
  schedule_version: Generated<number>;
  /** When it was last given another time; null: never, or not known. */
  moved_at: Date | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  /** Of the first wave, which owns the Teams meeting. */
  join_url: string | null;
  meeting_state: "none" | "pending" | "ready" | "missing";
  /** A new event is not sent before; null once it may be. Until then only leads of its group know of it. */
  held_until: Date | null;
  /** A lead has paused what it still has to send; a cancellation goes out all the same. */
  paused_at: Date | null;
  paused_by_name: string | null;
  /** Versions that a held change had and that never became the event's: leads see `version` and these together. */
  withheld_versions: Generated<number>;
  /** Who decided last what the event should be: object id and name. */
  changed_by: string | null;
  changed_by_name: string | null;
}

/** One Outlook event that shows an event to a part of its attendees. The first owns the Teams meeting. */
interface WavesTable {
  event_id: string;
  /** From 1. */
  number: number;
  transaction_id: string;
  /** Of what this Outlook event is to say. */
  content_version: Generated<number>;
  /** How often people were added who come by themselves, and how many of those times Outlook has been told of. */
  joins: Generated<number>;
  published_joins: Generated<number>;
  /** The event's version that it shows. */
  published_version: Generated<number>;
  published_schedule_version: Generated<number>;
  schedule_sent_at: Date | null;
  /** The version that the first try to create it carried; null before it. */
  attempted_version: number | null;
  /** Whose calendar a create was sent to that was never answered: it may still take effect. Null: there is none. */
  unclear_account_id: string | null;
  /** When the cancellation was out while there was such a create, and when it is looked for next; null: not (any more). */
  late_looks_from: Date | null;
  late_look_at: Date | null;
  publish_failed: Generated<boolean>;
  /** When that was, and how often it had been tried. */
  publish_failed_at: Date | null;
  publish_tries: Generated<number>;
  publish_problem: string | null;
  next_try_at: Date | null;
  graph_event_id: string | null;
  /** When the last read of it at Outlook began. */
  read_at: Date | null;
  /** What it said when it got our content; null: not known. */
  outlook_shown: ColumnType<OutlookShown | null, string | null, string | null>;
  /** Outlook's time of our last change; what was read before it is out of date. */
  outlook_modified_at: Date | null;
  /** What somebody changed in Outlook by hand, until a lead decides. */
  outlook_change: ColumnType<
    OutlookChange | null,
    string | null,
    string | null
  >;
  /** How often it was sent anew after it was deleted in Outlook. */
  resends: Generated<number>;
  /** Outlook may have been asked to cancel it: nobody cancels it again without a look. */
  cancel_sent: Generated<boolean>;
}

/** A lead's change or cancellation between the click and its mails: at most one an event. */
interface HeldChangesTable {
  event_id: string;
  kind: "change" | "cancel";
  /** What leads saw as the event's version when it began to wait. */
  version: number;
  /** The event as it should be; of a cancellation what was held before it, if anything. */
  content: ColumnType<unknown, string | null, string | null>;
  /** Goes out with a cancellation; null for a change. */
  message: string | null;
  held_by: string;
  held_by_name: string;
  held_at: Date;
  due_at: Date;
  /** Why it could not be carried out, in a sentence: then it waits no more, and a lead decides. */
  problem: string | null;
}

/** Groups that host an event together with its own; their members are invited. */
interface EventGroupsTable {
  event_id: string;
  group_id: string;
  /** Whether its members are invited; false once a lead has stopped inviting. */
  invites: Generated<boolean>;
}

/** How many people were invited because they joined a group; those of about an hour share a row. */
interface LateInvitationsTable {
  id: Generated<string>;
  event_id: string;
  group_id: string;
  people: number;
  first_at: Date;
  last_at: Date;
}

interface AttendeesTable {
  id: string;
  event_id: string;
  /** Which of the event's Outlook events invites them. */
  wave: Generated<number>;
  address: string;
  display_name: string;
  object_id: string | null;
  /**
   * `outlook`: somebody whom Outlook added (a forwarded invitation, a member of a list);
   * `joined`: somebody who answered an open event without being invited.
   */
  source: "audience" | "outlook" | "joined";
  /**
   * Whether Outlook's copy names the person. `unseen`: no read has found them yet; `removed`: somebody took
   * them off in Outlook by hand; `leftOut`: and a lead has agreed, so the group's roster does not bring them back.
   */
  outlook_state: Generated<"unseen" | "listed" | "removed" | "leftOut">;
  wanted: Generated<boolean>;
  invited_at: Date | null;
  answer: Generated<Answer>;
  answered_at: Date | null;
  answered_in: "outlook" | "tab" | "card" | null;
  /** About how many people a mailing list reaches, as a lead said; null: a person, as far as is known. */
  list_size: Generated<number | null>;
}

interface EventCardsTable {
  event_id: string;
  channel_id: string;
  /** As it was when the channel was chosen: it outlives the channel. */
  channel_name: string;
  /** False once the lead took the channel away: the message goes, then the row. */
  wanted: Generated<boolean>;
  /** The message that carries the card; null until its post was confirmed. */
  activity_id: string | null;
  /** How often it was posted: more than once, and copies may stand whose answer was lost. */
  posts: Generated<number>;
  /** Of the card that the message shows; null when that is not known. */
  shown_hash: string | null;
  /** The card of a cancelled or ended event is shown; it changes no more. */
  is_final: Generated<boolean>;
  /** The turn in the channel's queue that this card has reserved. */
  turn_at: Date | null;
  problem: CardProblem | null;
  /** When Teams refused it, and how often it had been tried. */
  failed_at: Date | null;
  failed_tries: Generated<number>;
}

/** `delayed`: Teams did not answer, the next try starts by itself. The others are the contract's card states. */
export type CardProblem =
  | "delayed"
  | "messageDeleted"
  | "appRemoved"
  | "channelDeleted"
  | "channelArchived"
  | "botBlocked"
  | "failed";

/** The Teams meeting of an event, as it was set up last. */
interface EventMeetingsTable {
  event_id: string;
  /** The link under which it was looked up; another one is another meeting. */
  join_url: string;
  /** Teams' own id; null until it was looked up. */
  online_meeting_id: string | null;
  /** Object ids of the leads whom Teams confirmed as co-organizers; null before the first time. */
  coorganizers: string[] | null;
  /** Object ids of everybody to whom we may have given the role. */
  given_to: Generated<string[]>;
  lobby: "organizationExcludingGuests" | "invited" | null;
  chat: "enabled" | "disabled" | null;
  problem: MeetingProblem | null;
  next_try_at: Date | null;
}

/**
 * Why a meeting is not set up.
 *
 * - `delayed`: Teams did not answer, the next try starts by itself
 * - `notPermitted`: the service account may not change its meetings
 * - `notFound`: Teams does not find the meeting by its link
 * - `leadsRefused`: lobby and chat are set, Teams does not take the co-organizers
 * - `refused`: Teams does not take the change
 */
export type MeetingProblem =
  "delayed" | "notPermitted" | "notFound" | "leadsRefused" | "refused";

/** When the next message may go to a conversation, over all replicas. */
interface ConversationPacesTable {
  conversation_id: string;
  free_at: Date;
}

interface AnswersTable {
  id: Generated<string>;
  attendee_id: string;
  answer: Exclude<Answer, "none">;
  answered_at: Date;
  answered_in: string;
  schedule_version: number;
  recorded_at: Date;
  /** What counted before it; null: not known, because Outlook told of it, or it is older than the column. */
  stood_before: ColumnType<StoodBefore | null, string | null, string | null>;
  /** When the person took it back; null: they did not. */
  taken_back_at: Date | null;
}

/** An answer that counted, as JSON. */
export type StoodBefore =
  | { answer: "none" }
  | {
      answer: Exclude<Answer, "none">;
      answeredAt: string;
      answeredIn: "outlook" | "tab" | "card";
    };

/** What happened to an event. */
interface EventHistoryTable {
  id: Generated<string>;
  event_id: string;
  happened_at: Date;
  kind: HistoryKind;
  /** The lead whose decision it was, object id and name; null: nobody whom we know. */
  by_id: string | null;
  by_name: string | null;
  changes: ColumnType<StoredHistoryChange[], string, string>;
}

interface IdempotencyKeysTable {
  actor: string;
  key: string;
  request_hash: string;
  event_id: string;
  created_at: Date;
}

/** Jobs that have run out of tries, one row a job and key; gone when a later run succeeds. */
interface StoppedWorkTable {
  id: Generated<string>;
  job_name: string;
  job_key: string;
  payload: ColumnType<unknown, string, string>;
  reason: string;
  attempts: number;
  stopped_at: Generated<Date>;
  since: Generated<Date>;
  listed_at: Generated<Date>;
  retried_at: Date | null;
  last_job_id: string;
}

/** Mail-enabled groups that an admin named, for leads to choose from. */
interface MailingListsTable {
  id: string;
  name: string;
  /** Lower case. */
  address: string;
  /** How many people it reaches, about. */
  about: number;
  /** `teamGroup`: a Microsoft 365 group, whose mail reaches only those who subscribe to it. */
  kind: "list" | "teamGroup";
  version: Generated<number>;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date;
}

/** How far the reading of an event's attendance is; there is a row from the first try on. */
interface AttendanceReadingsTable {
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
interface AttendanceSessionsTable {
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
interface AttendanceVisitsTable {
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
interface RoomAttendanceTable {
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
interface AttendanceTotalsTable {
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
interface AttendanceDownloadsTable {
  id: Generated<string>;
  event_id: string;
  downloaded_by: string;
  downloaded_by_name: string;
  downloaded_at: Date;
  list: Generated<"attendance" | "answers">;
}

/** Who downloaded the numbers of many events; written before the file goes out. */
interface InsightDownloadsTable {
  id: Generated<string>;
  downloaded_by: string;
  downloaded_by_name: string;
  downloaded_at: Date;
  /** The time that they are of, such as `2031-12-01`; with the last day. */
  from_day: string;
  until_day: string;
  /** As an admin, of every group; else of those that the reader led. */
  of_all_groups: boolean;
  /** Of one of these alone. */
  group_id: string | null;
}

/** A lead's wish to thank in the channels who came; at most one an event. */
interface ThankYousTable {
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
interface ThankYouPostsTable {
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

export type HeldChangeRow = Selectable<HeldChangesTable>;
export type EventRow = Selectable<ScheduledEventsTable>;
export type WaveRow = Selectable<WavesTable>;
export type AttendeeRow = Selectable<AttendeesTable>;
export type GroupRow = Selectable<GroupsTable>;
export type EventCardRow = Selectable<EventCardsTable>;
export type ServiceAccountRow = Selectable<ServiceAccountsTable>;
export type EventMeetingRow = Selectable<EventMeetingsTable>;
export type AttendanceReadingRow = Selectable<AttendanceReadingsTable>;
export type AttendanceSessionRow = Selectable<AttendanceSessionsTable>;
export type AttendanceVisitRow = Selectable<AttendanceVisitsTable>;
export type AttendanceTotalsRow = Selectable<AttendanceTotalsTable>;
export type MailingListRow = Selectable<MailingListsTable>;
export type RoomAttendanceRow = Selectable<RoomAttendanceTable>;
export type ThankYouRow = Selectable<ThankYousTable>;
export type ThankYouPostRow = Selectable<ThankYouPostsTable>;
