import type { ColumnType, Generated, Selectable } from "kysely";
import type { Answer } from "../../contract/answer.ts";
import type { GroupRole } from "../../contract/groups.ts";

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
  graph_subscriptions: GraphSubscriptionsTable;
  scheduled_events: ScheduledEventsTable;
  attendees: AttendeesTable;
  event_cards: EventCardsTable;
  conversation_paces: ConversationPacesTable;
  answers: AnswersTable;
  idempotency_keys: IdempotencyKeysTable;
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
  user_principal_name: string;
  display_name: string;
  address: string;
  home_account_id: string;
  scopes: string[];
  /** `disconnected`: its tokens are gone; the events that it organizes wait for it. */
  state: "connected" | "broken" | "disconnected";
  problem_code: string | null;
  teams_meetings: "available" | "unavailable" | "unknown";
  is_default: boolean;
  connected_at: Date;
  connected_by: string;
  connected_by_name: string;
}

interface TokenCachesTable {
  account_id: string;
  sealed: Buffer;
  updated_at: Date;
}

interface SignInsTable {
  state_hash: string;
  sealed_secrets: Buffer | null;
  begun_by: string;
  begun_by_name: string;
  begun_at: Date;
  expires_at: Date;
  outcome: "connected" | "wrongAccount" | "denied" | "failed" | null;
  message: string | null;
  ended_at: Date | null;
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
  account_id: string | null;
  title: string;
  description: string;
  start_local: string;
  end_local: string;
  time_zone: string;
  starts_at: Date;
  ends_at: Date;
  is_online: boolean;
  location: string;
  audience_group: boolean;
  audience_addresses: string[];
  /** People who see it may add themselves by answering. */
  open: boolean;
  /** How often somebody joined, and how many of those Outlook has been told of. */
  joins: Generated<number>;
  published_joins: Generated<number>;
  cancelled: Generated<boolean>;
  cancel_message: string | null;
  version: Generated<number>;
  content_version: Generated<number>;
  schedule_version: Generated<number>;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  transaction_id: string;
  published_version: Generated<number>;
  published_schedule_version: Generated<number>;
  schedule_sent_at: Date | null;
  /** The version that the first try to create the Outlook event carried; null before it. */
  attempted_version: number | null;
  publish_failed: Generated<boolean>;
  publish_problem: string | null;
  next_try_at: Date | null;
  graph_event_id: string | null;
  join_url: string | null;
  meeting_state: "none" | "pending" | "ready" | "missing";
}

interface AttendeesTable {
  id: string;
  event_id: string;
  address: string;
  display_name: string;
  object_id: string | null;
  /**
   * `outlook`: somebody whom Outlook added (a forwarded invitation, a member of a list);
   * `joined`: somebody who answered an open event without being invited.
   */
  source: "audience" | "outlook" | "joined";
  wanted: Generated<boolean>;
  invited_at: Date | null;
  answer: Generated<Answer>;
  answered_at: Date | null;
  answered_in: "outlook" | "tab" | "card" | null;
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
}

interface IdempotencyKeysTable {
  actor: string;
  key: string;
  request_hash: string;
  event_id: string;
  created_at: Date;
}

export type EventRow = Selectable<ScheduledEventsTable>;
export type AttendeeRow = Selectable<AttendeesTable>;
export type GroupRow = Selectable<GroupsTable>;
export type EventCardRow = Selectable<EventCardsTable>;
export type ServiceAccountRow = Selectable<ServiceAccountsTable>;
