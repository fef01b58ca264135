/**
 * A create that was sent and never answered may take effect late, also after its event was cancelled. Until now it was
 * looked for once; of those under way nobody knows which were answered.
 */
export const migration013 = `
alter table scheduled_events
  add column unclear_account_id uuid references service_accounts,
  add column late_looks_from timestamptz,
  add column late_look_at timestamptz;
create index scheduled_events_late on scheduled_events (late_look_at) where late_look_at is not null;

update scheduled_events
  set unclear_account_id = coalesce(account_id, (select id from service_accounts where is_default))
  where attempted_version is not null and graph_event_id is null and published_version < version;

-- They have to report what is created, too, and Graph cannot be told so: they are made anew.
update graph_subscriptions set notification_url = null;
`;
