/**
 * The health of accounts, sign-ins that take effect when an admin confirms them, and admins who are told.
 * Sign-ins under way are dropped: they live for ten minutes and are begun anew.
 */
export const migration003 = `
alter table service_accounts
  drop constraint service_accounts_state_check,
  drop column teams_meetings,
  add column tenant_id text,
  add column state_since timestamptz not null default now(),
  add column unreachable_since timestamptz,
  add column findings jsonb not null default '[]',
  add column checked_at timestamptz,
  add column next_check_at timestamptz not null default now(),
  add column failures integer not null default 0,
  add column failed_at timestamptz;
update service_accounts set
  tenant_id = split_part(home_account_id, '.', 2),
  problem_code = case problem_code when 'mailbox' then 'mailboxMissing' else problem_code end;
alter table service_accounts
  alter column tenant_id set not null,
  add constraint service_accounts_state_check
    check (state in ('connected', 'degraded', 'broken', 'disconnected'));
create index service_accounts_to_check on service_accounts (next_check_at) where state <> 'disconnected';

create sequence token_cache_versions as integer;
alter table token_caches
  add column version integer not null default nextval('token_cache_versions'),
  add column resealed_at timestamptz;

drop table sign_ins;
create table sign_ins (
  id uuid primary key,
  state text not null check (state in ('begun', 'opened', 'redeeming', 'toConfirm', 'ended')),
  begun_by text not null,
  begun_by_name text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  ticket_hash text not null unique,
  state_hash text unique,
  browser_hash text,
  sealed_secrets bytea,
  came jsonb,
  outcome text check (outcome in ('connected', 'wrongAccount', 'denied', 'approvalNeeded', 'failed', 'expired', 'discarded')),
  message text,
  ended_at timestamptz,
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'ended') = (outcome is not null)),
  check (state <> 'ended' or sealed_secrets is null),
  check ((state_hash is null) = (browser_hash is null)),
  check ((state = 'toConfirm') <= (came is not null))
);
create index sign_ins_by_admin on sign_ins (begun_by, begun_at desc);

create table admin_consents (
  state_hash text primary key,
  begun_by text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('granted', 'refused')),
  message text,
  ended_at timestamptz
);

create table admins (
  object_id text primary key,
  display_name text not null,
  by_role boolean not null,
  seen_at timestamptz not null
);

create table admin_notices (
  object_id text not null,
  topic text not null,
  told text not null,
  told_at timestamptz not null,
  primary key (object_id, topic)
);

create table organization_settings (
  id boolean primary key default true check (id),
  attendance_access text not null default 'delegated' check (attendance_access in ('delegated', 'appOnly')),
  grant_for_everybody text,
  grant_looked_at timestamptz
);
insert into organization_settings default values;
`;
