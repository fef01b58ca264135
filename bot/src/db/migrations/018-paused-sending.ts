/**
 * A lead has paused what an event still has to send; who, and when. After inviting was stopped, the groups that host an
 * event together with its own still do, and their members are not invited any more.
 */
export const migration018 = `
alter table scheduled_events
  add column paused_at timestamptz,
  add column paused_by_name text,
  add constraint paused_by_somebody check ((paused_at is null) = (paused_by_name is null));
alter table event_groups add column invites boolean not null default true;
`;
