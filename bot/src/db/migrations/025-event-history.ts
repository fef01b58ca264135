/**
 * What happened to each event, written in the transaction in which it happens. Whoever is invited is no part of it: of
 * changes of the audience it counts people. Of events of before only who scheduled them is known.
 */
export const migration025 = `
create table event_history (
  id bigint generated always as identity primary key,
  event_id uuid not null references scheduled_events on delete cascade,
  happened_at timestamptz not null,
  kind text not null check (kind in (
    'scheduled', 'changed', 'cancelled', 'sent', 'changeStopped', 'cancelStopped', 'paused', 'resumed',
    'invitingStopped', 'changedInOutlook', 'deletedInOutlook', 'keptOutlook', 'restored', 'sentAgain'
  )),
  by_id text,
  by_name text,
  changes jsonb not null default '[]'
);
create index event_history_by_event on event_history (event_id, id);

insert into event_history (event_id, happened_at, kind, by_id, by_name)
  select event.id, event.created_at, 'scheduled', event.created_by, people.display_name
  from scheduled_events event left join people on people.object_id = event.created_by
  order by event.created_at, event.id;
`;
