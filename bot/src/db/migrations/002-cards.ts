/** Cards in channels, open events, and what the bot knows of people and private chats. */
export const migration002 = `
alter table people add column teams_user_id text;

alter table groups add column welcomed boolean not null default true;

alter table group_members add column owns_team boolean not null default false;

create table personal_chats (
  object_id text primary key,
  conversation_id text not null,
  service_url text not null,
  installed boolean not null
);

alter table scheduled_events
  add column open boolean not null default false,
  add column joins integer not null default 0,
  add column published_joins integer not null default 0 check (published_joins <= joins);
drop index scheduled_events_to_publish;
create index scheduled_events_to_publish on scheduled_events (id)
  where published_version < version or published_joins < joins;

alter table attendees drop constraint attendees_source_check;
alter table attendees add constraint attendees_source_check
  check (source in ('audience', 'outlook', 'joined'));

create table event_cards (
  event_id uuid not null references scheduled_events on delete cascade,
  channel_id text not null,
  channel_name text not null,
  wanted boolean not null default true,
  activity_id text,
  posts integer not null default 0,
  shown_hash text,
  is_final boolean not null default false,
  turn_at timestamptz,
  problem text check (problem in ('delayed', 'messageDeleted', 'appRemoved', 'channelDeleted', 'channelArchived', 'botBlocked', 'failed')),
  primary key (event_id, channel_id)
);
create index event_cards_not_final on event_cards (event_id) where not is_final;
create index event_cards_by_channel on event_cards (channel_id);

create table conversation_paces (
  conversation_id text primary key,
  free_at timestamptz not null
);
`;
