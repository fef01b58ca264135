/** Which attendees are mailing lists, and about how many people each reaches, as a lead said. */
export const migration006 = `
alter table attendees add column list_size integer check (list_size between 1 and 1000000);
`;
