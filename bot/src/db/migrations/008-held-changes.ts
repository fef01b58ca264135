/** What waits between a lead's click and its mails; who changed an event last. */
export const migration008 = `
alter table scheduled_events
  add column held_until timestamptz,
  add column withheld_versions integer not null default 0 check (withheld_versions >= 0),
  add column changed_by text,
  add column changed_by_name text,
  add constraint held_events_are_unsent check (held_until is null or (graph_event_id is null and attempted_version is null));
create index scheduled_events_held on scheduled_events (held_until) where held_until is not null;

create table held_changes (
  event_id uuid primary key references scheduled_events on delete cascade,
  kind text not null check (kind in ('change', 'cancel')),
  version integer not null,
  content jsonb,
  message text,
  held_by text not null,
  held_by_name text not null,
  held_at timestamptz not null,
  due_at timestamptz not null,
  problem text,
  check (kind <> 'change' or content is not null),
  check ((kind = 'cancel') = (message is not null))
);
create index held_changes_due on held_changes (due_at) where problem is null;

-- A stopped event is deleted; the keys of the requests that made and stopped it stay, so that their repetitions are known.
alter table idempotency_keys drop constraint idempotency_keys_event_id_fkey;
`;
