/**
 * Groups that host an event together with its own, and people who are invited because they join one of them. Leads of
 * events of before were told that late joiners are not invited: for those it stays so until a lead says otherwise.
 */
export const migration017 = `
create table event_groups (
  event_id uuid not null references scheduled_events on delete cascade,
  group_id uuid not null references groups,
  primary key (event_id, group_id)
);
create index event_groups_of_group on event_groups (group_id, event_id);

alter table scheduled_events add column late_joiners boolean not null default false;

create table late_invitations (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references scheduled_events on delete cascade,
  group_id uuid not null references groups,
  people integer not null check (people > 0),
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index late_invitations_of_event on late_invitations (event_id, last_at);
`;
