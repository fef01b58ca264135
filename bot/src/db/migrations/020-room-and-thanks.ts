/**
 * People whom leads ticked off in the room, who downloaded the list of who came, and the thank-you cards in channels.
 *
 * A tick keeps name and address of its own: who is taken off the event meanwhile was in the room all the same. Each of
 * its unique indexes settles two leads who tick the same person at once. `posting` is written before a card goes out,
 * so that one whose answer was lost is known to be unclear and never posted a second time.
 */
export const migration020 = `
create table room_attendance (
  id uuid primary key,
  event_id uuid not null references scheduled_events on delete cascade,
  attendee_id uuid unique references attendees on delete set null,
  object_id text,
  address text check (address = lower(address)),
  display_name text not null,
  visit_kind text check (visit_kind in ('person', 'guest', 'phone')),
  ticked_by text not null,
  ticked_by_name text not null,
  ticked_at timestamptz not null,
  unique (event_id, object_id),
  unique (event_id, address)
);
create unique index room_attendance_of_nameless_visits on room_attendance (event_id, visit_kind, display_name)
  where visit_kind is not null and object_id is null and address is null;
create index room_attendance_by_event on room_attendance (event_id);

create table attendance_downloads (
  id bigint generated always as identity primary key,
  event_id uuid not null references scheduled_events on delete cascade,
  downloaded_by text not null,
  downloaded_by_name text not null,
  downloaded_at timestamptz not null
);
create index attendance_downloads_by_event on attendance_downloads (event_id, downloaded_at);

create table thank_yous (
  event_id uuid primary key references scheduled_events on delete cascade,
  count integer check (count > 0),
  is_at_least boolean not null default false,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null
);

create table thank_you_posts (
  event_id uuid not null references thank_yous on delete cascade,
  channel_id text not null,
  channel_name text not null,
  state text not null default 'toPost' check (state in ('toPost', 'posting', 'posted', 'unclear', 'failed')),
  problem text,
  activity_id text,
  primary key (event_id, channel_id),
  constraint failed_for_a_reason check (state <> 'failed' or problem is not null)
);
`;
