/** What Outlook's copy of an event said when it was published, and what somebody changed there by hand since. */
export const migration005 = `
alter table scheduled_events
  add column outlook_shown jsonb,
  add column outlook_modified_at timestamptz,
  add column outlook_change jsonb,
  add column resends integer not null default 0;

alter table attendees
  add column outlook_state text not null default 'unseen'
    check (outlook_state in ('unseen', 'listed', 'removed', 'leftOut')),
  add constraint removed_in_outlook_by_hand check (outlook_state <> 'removed' or (wanted and invited_at is not null));
`;
