/**
 * How many came to each event, so that lists and insights need not put people together. A row that is counted for
 * another end than the event's tells of another time of it. What came before this is counted by a job.
 */
export const migration021 = `
create table attendance_totals (
  event_id uuid primary key references scheduled_events on delete cascade,
  for_end timestamptz not null,
  came integer check (came >= 0),
  in_meeting integer,
  in_room integer,
  came_without_answer integer,
  did_not_come integer,
  unlisted integer,
  counted_at timestamptz,
  constraint known_together check (
    num_nulls(came, in_meeting, in_room, came_without_answer, did_not_come, unlisted) in (0, 6)
  )
);
create index attendance_totals_to_count on attendance_totals (event_id) where counted_at is null;
insert into attendance_totals (event_id, for_end)
  select id, ends_at from scheduled_events where
    exists (select from attendance_sessions where event_id = scheduled_events.id)
    or exists (select from room_attendance where event_id = scheduled_events.id);
`;
