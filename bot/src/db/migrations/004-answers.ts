/** When events were last read, and which accounts have to be caught up with after a gap. */
export const migration004 = `
alter table scheduled_events add column read_at timestamptz;
create index scheduled_events_by_account on scheduled_events (account_id, ends_at) where graph_event_id is not null and not cancelled;

alter table service_accounts add column catch_up_since timestamptz;

alter table organization_settings add column alive_at timestamptz;
`;
