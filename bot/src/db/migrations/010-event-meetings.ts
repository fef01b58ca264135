/**
 * The Teams meetings of events as they were set up last: who can run them, who waits in the lobby, whether there is a
 * chat. `given_to` is written before Teams is asked, so that a role whose confirmation was lost is taken back all the same.
 */
export const migration010 = `
create table event_meetings (
  event_id uuid primary key references scheduled_events on delete cascade,
  join_url text not null,
  online_meeting_id text,
  coorganizers text[],
  given_to text[] not null default '{}',
  lobby text check (lobby in ('organizationExcludingGuests', 'invited')),
  chat text check (chat in ('enabled', 'disabled')),
  problem text check (problem in ('delayed', 'notPermitted', 'notFound', 'leadsRefused', 'refused')),
  next_try_at timestamptz,
  constraint found_before_it_is_set_up check (online_meeting_id is not null or (coorganizers is null and lobby is null and chat is null))
);
`;
