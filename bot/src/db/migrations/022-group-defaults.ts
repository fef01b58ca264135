/**
 * With what a group's new events begin. `usual_channels` null: its General channel; `usually_open` null: open unless the
 * group is confidential.
 */
export const migration022 = `
alter table groups
  add column usual_channels text[],
  add column usually_online boolean not null default true,
  add column usually_open boolean,
  add column usually_late_joiners boolean not null default true;
`;
