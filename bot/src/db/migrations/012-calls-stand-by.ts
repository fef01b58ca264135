/** Calls of a mailbox lane that start when another of their process ends, without a look at the lane. */
export const migration012 = `
alter table mailbox_calls add column stands_by boolean not null default false;
`;
