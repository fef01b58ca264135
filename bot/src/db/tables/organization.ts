import type { ColumnType, Generated, Selectable } from "kysely";

/** One row. */
export interface OrganizationSettingsTable {
  id: Generated<boolean>;
  attendance_access: Generated<"delegated" | "appOnly">;
  /** Whose token Entra exchanged for a Graph token, which only a grant for others than the account allows. */
  grant_for_everybody: string | null;
  grant_looked_at: Date | null;
  /** When a backend last said that it runs: a gap means that nobody heard Graph's reports. */
  alive_at: Date | null;
  /** Lower-case mail domains of the organization; null: that of the service account. */
  own_domains: string[] | null;
  external_policy: Generated<"allow" | "warn" | "refuse">;
  meeting_capacity: Generated<number>;
  smallest_breakdown: Generated<number>;
  /** Counts the changes of what is said of audiences. */
  audience_version: Generated<number>;
}

export interface IdempotencyKeysTable {
  actor: string;
  key: string;
  request_hash: string;
  event_id: string;
  created_at: Date;
}

/** Jobs that have run out of tries, one row a job and key; gone when a later run succeeds. */
export interface StoppedWorkTable {
  id: Generated<string>;
  job_name: string;
  job_key: string;
  payload: ColumnType<unknown, string, string>;
  reason: string;
  attempts: number;
  stopped_at: Generated<Date>;
  since: Generated<Date>;
  listed_at: Generated<Date>;
  retried_at: Date | null;
  last_job_id: string;
}

/** Mail-enabled groups that an admin named, for leads to choose from. */
export interface MailingListsTable {
  id: string;
  name: string;
  /** Lower case. */
  address: string;
  /** How many people it reaches, about. */
  about: number;
  /** `teamGroup`: a Microsoft 365 group, whose mail reaches only those who subscribe to it. */
  kind: "list" | "teamGroup";
  version: Generated<number>;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  changed_by: string;
  changed_by_name: string;
  changed_at: Date;
}

/** Who downloaded the numbers of many events; written before the file goes out. */
export interface InsightDownloadsTable {
  id: Generated<string>;
  downloaded_by: string;
  downloaded_by_name: string;
  downloaded_at: Date;
  /** The time that they are of, such as `2031-12-01`; with the last day. */
  from_day: string;
  until_day: string;
  /** As an admin, of every group; else of those that the reader led. */
  of_all_groups: boolean;
  /** Of one of these alone. */
  group_id: string | null;
}

export type MailingListRow = Selectable<MailingListsTable>;
