/**
 * An event is shown in Outlook by one or more events there, its waves, each with a part of its attendees. What is known
 * of an Outlook event moves from the event to its first wave.
 */
export const migration015 = `
create table waves (
  event_id uuid not null references scheduled_events on delete cascade,
  number integer not null check (number >= 1),
  transaction_id uuid not null unique,
  content_version integer not null default 1,
  joins integer not null default 0,
  published_joins integer not null default 0 check (published_joins <= joins),
  published_version integer not null default 0,
  published_schedule_version integer not null default 0,
  schedule_sent_at timestamptz,
  attempted_version integer,
  unclear_account_id uuid references service_accounts,
  late_looks_from timestamptz,
  late_look_at timestamptz,
  publish_failed boolean not null default false,
  publish_failed_at timestamptz,
  publish_tries integer not null default 0,
  publish_problem text,
  next_try_at timestamptz,
  graph_event_id text unique,
  read_at timestamptz,
  outlook_shown jsonb,
  outlook_modified_at timestamptz,
  outlook_change jsonb,
  resends integer not null default 0,
  cancel_sent boolean not null default false,
  primary key (event_id, number)
);
insert into waves (
  event_id, number, transaction_id, content_version, joins, published_joins, published_version,
  published_schedule_version, schedule_sent_at, attempted_version, unclear_account_id, late_looks_from, late_look_at,
  publish_failed, publish_failed_at, publish_tries, publish_problem, next_try_at, graph_event_id, read_at,
  outlook_shown, outlook_modified_at, outlook_change, resends, cancel_sent
)
select
  id, 1, transaction_id, content_version, joins, published_joins, published_version,
  published_schedule_version, schedule_sent_at, attempted_version, unclear_account_id, late_looks_from, late_look_at,
  publish_failed, publish_failed_at, publish_tries, publish_problem, next_try_at, graph_event_id, read_at,
  outlook_shown, outlook_modified_at, outlook_change, resends, cancel_sent
from scheduled_events;
create index waves_late on waves (late_look_at) where late_look_at is not null;

alter table scheduled_events
  drop column transaction_id, drop column content_version, drop column joins, drop column published_joins,
  drop column published_version, drop column published_schedule_version, drop column schedule_sent_at,
  drop column attempted_version, drop column unclear_account_id, drop column late_looks_from,
  drop column late_look_at, drop column publish_failed, drop column publish_failed_at, drop column publish_tries,
  drop column publish_problem, drop column next_try_at, drop column graph_event_id, drop column read_at,
  drop column outlook_shown, drop column outlook_modified_at, drop column outlook_change, drop column resends,
  drop column cancel_sent;
create index scheduled_events_by_account on scheduled_events (account_id, ends_at) where not cancelled;

alter table attendees add column wave integer not null default 1;
alter table attendees add foreign key (event_id, wave) references waves (event_id, number);

update stopped_work
set job_key = job_key || '/1', payload = payload || '{"wave": 1}'
where job_name in ('events.publish', 'responses.read', 'events.cancel-late');
`;
