/** Work that has run out of attempts, for admins to look at; and since when events and cards have been given up. */
export const migration011 = `
create table stopped_work (
  id uuid primary key default gen_random_uuid(),
  job_name text not null,
  job_key text not null,
  payload jsonb not null,
  reason text not null,
  -- Of all runs that ended here.
  attempts integer not null check (attempts > 0),
  stopped_at timestamptz not null default now(),
  -- Since when it fails without a success in between.
  since timestamptz not null default now(),
  -- Work that comes by the clock mends itself, as a rule: it is listed when it has failed for an hour.
  listed_at timestamptz not null default now(),
  -- An admin has started it again, and it has not ended yet.
  retried_at timestamptz,
  -- The queue's job that was counted last: a handler that runs twice counts it once.
  last_job_id uuid not null,
  unique (job_name, job_key)
);

alter table scheduled_events
  add column publish_failed_at timestamptz,
  add column publish_tries integer not null default 0;
alter table event_cards
  add column failed_at timestamptz,
  add column failed_tries integer not null default 0;
`;
