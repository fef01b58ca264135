/** Who downloaded the numbers of many events. Of a group that is gone the row stays. */
export const migration026 = `
create table insight_downloads (
  id bigint generated always as identity primary key,
  downloaded_by text not null,
  downloaded_by_name text not null,
  downloaded_at timestamptz not null,
  from_day text not null,
  until_day text not null,
  of_all_groups boolean not null,
  group_id uuid references groups on delete set null
);
`;
