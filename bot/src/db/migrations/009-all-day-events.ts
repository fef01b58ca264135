/** Events of whole days: `starts_at` and `ends_at` are midnights of their zone. When an event was last moved. */
export const migration009 = `
alter table scheduled_events
  add column is_all_day boolean not null default false,
  add column moved_at timestamptz,
  add constraint all_day_events_have_whole_days
    check (not is_all_day or (start_local like '%T00:00' and end_local like '%T00:00'));
`;
