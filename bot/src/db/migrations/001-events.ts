/** The first schema: people and groups, the service account, events, attendees and their answers. */
export const migration001 = `
create table people (
  id uuid primary key,
  object_id text not null unique,
  display_name text not null,
  address text check (address = lower(address)),
  user_principal_name text check (user_principal_name = lower(user_principal_name))
);
create index people_by_address on people (address);

create table groups (
  id uuid primary key,
  team_id text not null unique,
  directory_group_id text,
  name text not null,
  confidential boolean not null default false,
  installed boolean not null default true,
  conversation_reference jsonb not null,
  created_at timestamptz not null
);

create table group_channels (
  group_id uuid not null references groups on delete cascade,
  channel_id text not null,
  name text not null,
  kind text not null check (kind in ('standard', 'private', 'shared')),
  primary key (group_id, channel_id)
);

create table group_members (
  group_id uuid not null references groups on delete cascade,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('owner', 'contributor', 'member')),
  in_roster boolean not null default true,
  primary key (group_id, person_id)
);
create index group_members_by_person on group_members (person_id);

create table service_accounts (
  id uuid primary key,
  object_id text not null unique,
  user_principal_name text not null,
  display_name text not null,
  address text not null,
  home_account_id text not null,
  scopes text[] not null,
  state text not null check (state in ('connected', 'broken', 'disconnected')),
  problem_code text,
  teams_meetings text not null check (teams_meetings in ('available', 'unavailable', 'unknown')),
  is_default boolean not null,
  connected_at timestamptz not null,
  connected_by text not null,
  connected_by_name text not null
);
create unique index one_default_service_account on service_accounts (is_default) where is_default;

create table token_caches (
  account_id uuid primary key references service_accounts on delete cascade,
  sealed bytea not null,
  updated_at timestamptz not null
);

create table sign_ins (
  state_hash text primary key,
  sealed_secrets bytea,
  begun_by text not null,
  begun_by_name text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('connected', 'wrongAccount', 'denied', 'failed')),
  message text,
  ended_at timestamptz
);
create index sign_ins_by_admin on sign_ins (begun_by, begun_at desc);

create table graph_subscriptions (
  account_id uuid primary key references service_accounts on delete cascade,
  graph_id text unique,
  client_state text not null,
  notification_url text,
  expires_at timestamptz
);

create table scheduled_events (
  id uuid primary key,
  group_id uuid not null references groups,
  account_id uuid references service_accounts,
  title text not null,
  description text not null,
  start_local text not null,
  end_local text not null,
  time_zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  is_online boolean not null,
  location text not null,
  audience_group boolean not null,
  audience_addresses text[] not null,
  cancelled boolean not null default false,
  cancel_message text,
  version integer not null default 1,
  content_version integer not null default 1,
  schedule_version integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  transaction_id uuid not null unique,
  published_version integer not null default 0 check (published_version <= version),
  published_schedule_version integer not null default 0,
  schedule_sent_at timestamptz,
  attempted_version integer,
  publish_failed boolean not null default false,
  publish_problem text,
  next_try_at timestamptz,
  graph_event_id text unique,
  join_url text,
  meeting_state text not null check (meeting_state in ('none', 'pending', 'ready', 'missing'))
);
create index scheduled_events_by_start on scheduled_events (group_id, starts_at, id);
create index scheduled_events_to_publish on scheduled_events (id) where published_version < version;

create table attendees (
  id uuid primary key,
  event_id uuid not null references scheduled_events on delete cascade,
  address text not null check (address = lower(address)),
  display_name text not null,
  object_id text,
  source text not null check (source in ('audience', 'outlook')),
  wanted boolean not null default true,
  invited_at timestamptz,
  answer text not null default 'none' check (answer in ('accepted', 'tentative', 'declined', 'none')),
  answered_at timestamptz,
  answered_in text check (answered_in in ('outlook', 'tab', 'card')),
  check ((answer = 'none') = (answered_at is null)),
  check ((answer = 'none') = (answered_in is null)),
  unique (event_id, address)
);
create index attendees_by_person on attendees (object_id, event_id);
create index attendees_by_address on attendees (address) where object_id is null;

create table answers (
  id bigint generated always as identity primary key,
  attendee_id uuid not null references attendees on delete cascade,
  answer text not null check (answer in ('accepted', 'tentative', 'declined')),
  answered_at timestamptz not null,
  answered_in text not null,
  schedule_version integer not null,
  recorded_at timestamptz not null,
  unique (attendee_id, answered_in, answered_at, answer)
);

create table idempotency_keys (
  actor text not null,
  key text not null,
  request_hash text not null,
  event_id uuid not null references scheduled_events on delete cascade,
  created_at timestamptz not null,
  primary key (actor, key)
);
`;
