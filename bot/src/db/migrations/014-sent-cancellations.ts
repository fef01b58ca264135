/** Whether a cancellation may have gone to Outlook already: then it is looked for before it is sent again. */
export const migration014 = `
alter table scheduled_events add column cancel_sent boolean not null default false;
update scheduled_events set cancel_sent = true where cancelled and published_version < version;
`;
