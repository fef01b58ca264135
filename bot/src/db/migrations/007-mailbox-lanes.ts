/** The mailbox lanes: which calls of an account run or wait, over all processes, and what it used of its quotas. */
export const migration007 = `
create table mailbox_lanes (
  account_id uuid primary key references service_accounts on delete cascade,
  paused_until timestamptz
);

-- One row a call that waits or runs (then it has started). Its process says every few seconds that it is alive.
create table mailbox_calls (
  id uuid primary key,
  account_id uuid not null references mailbox_lanes on delete cascade,
  asked bigint generated always as identity,
  asked_at timestamptz not null,
  holder uuid not null,
  seen_at timestamptz not null,
  slots integer not null check (slots > 0),
  urgency smallint not null,
  share text not null,
  requests integer not null check (requests > 0),
  messages integer not null check (messages >= 0),
  recipients integer not null check (recipients >= 0),
  started_at timestamptz
);
create index mailbox_calls_by_account on mailbox_calls (account_id);

-- What calls used, in spans of ten seconds.
create table mailbox_use (
  account_id uuid not null references mailbox_lanes on delete cascade,
  span timestamptz not null,
  requests integer not null,
  messages integer not null,
  recipients integer not null,
  primary key (account_id, span)
);
`;
