import type {
  AdminConsentsTable,
  AdminNoticesTable,
  AdminsTable,
  GraphSubscriptionsTable,
  ServiceAccountsTable,
  SignInsTable,
  TokenCachesTable,
} from "./tables/accounts.ts";
import type {
  AttendanceDownloadsTable,
  AttendanceReadingsTable,
  AttendanceSessionsTable,
  AttendanceTotalsTable,
  AttendanceVisitsTable,
  RoomAttendanceTable,
  ThankYouPostsTable,
  ThankYousTable,
} from "./tables/attendance.ts";
import type {
  AnswersTable,
  AttendeesTable,
  LateInvitationsTable,
} from "./tables/attendees.ts";
import type {
  ConversationPacesTable,
  EventCardsTable,
  EventMeetingsTable,
} from "./tables/cards-and-meetings.ts";
import type {
  EventGroupsTable,
  EventHistoryTable,
  HeldChangesTable,
  ScheduledEventsTable,
  WavesTable,
} from "./tables/events.ts";
import type {
  GroupChannelsTable,
  GroupMembersTable,
  GroupsTable,
  PeopleTable,
  PersonalChatsTable,
} from "./tables/groups.ts";
import type {
  IdempotencyKeysTable,
  InsightDownloadsTable,
  MailingListsTable,
  OrganizationSettingsTable,
  StoppedWorkTable,
} from "./tables/organization.ts";

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
