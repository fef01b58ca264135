/**
 * Who was in an event's Teams meeting. Teams reports one session of it after the other: what is known of each is kept as
 * Teams told it, and people are put together when somebody looks.
 */
export const migration019 = `
create table attendance_readings (
  event_id uuid primary key references scheduled_events on delete cascade,
  for_end timestamptz not null,
  join_url text not null,
  online_meeting_id text,
  tries integer not null default 0 check (tries >= 0),
  next_try_at timestamptz,
  problem text check (problem in (
    'permissionMissing', 'appPermissionMissing', 'policyMissing', 'meetingUnknown', 'channelMeeting', 'noReportYet',
    'noReport', 'accountBroken', 'unreachable'
  )),
  problem_since timestamptz,
  found_at timestamptz,
  check ((problem is null) = (problem_since is null))
);
create index attendance_readings_due on attendance_readings (next_try_at) where next_try_at is not null;

create table attendance_sessions (
  event_id uuid not null references scheduled_events on delete cascade,
  report_id text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  participants integer check (participants >= 0),
  listed integer not null check (listed >= 0),
  primary key (event_id, report_id)
);

create table attendance_visits (
  event_id uuid not null,
  report_id text not null,
  n integer not null check (n >= 0),
  object_id text,
  address text check (address = lower(address)),
  display_name text not null,
  kind text not null check (kind in ('person', 'guest', 'phone')),
  seconds integer not null check (seconds >= 0),
  first_join_at timestamptz not null,
  last_leave_at timestamptz not null,
  stays jsonb not null,
  primary key (event_id, report_id, n),
  foreign key (event_id, report_id) references attendance_sessions on delete cascade
);

create index scheduled_events_over on scheduled_events (ends_at) where not cancelled and join_url is not null;
`;
