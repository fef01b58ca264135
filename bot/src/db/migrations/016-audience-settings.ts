/** Mail-enabled groups that admins name for leads, and what the organization says of audiences. */
export const migration016 = `
create table mailing_lists (
  id uuid primary key,
  name text not null check (name <> ''),
  address text not null unique check (address = lower(address)),
  about integer not null check (about between 1 and 1000000),
  kind text not null check (kind in ('list', 'teamGroup')),
  version integer not null default 1,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

alter table organization_settings
  add column own_domains text[] check (cardinality(own_domains) > 0),
  add column external_policy text not null default 'warn' check (external_policy in ('allow', 'warn', 'refuse')),
  add column meeting_capacity integer not null default 300 check (meeting_capacity between 1 and 100000),
  add column smallest_breakdown integer not null default 5 check (smallest_breakdown between 1 and 1000),
  add column audience_version integer not null default 1;
`;
