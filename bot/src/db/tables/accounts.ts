import type { ColumnType, Generated, Selectable } from "kysely";

export interface ServiceAccountsTable {
  id: string;
  object_id: string;
  tenant_id: string;
  user_principal_name: string;
  display_name: string;
  address: string;
  home_account_id: string;
  /** What Entra granted, as of the newest token that was looked at. */
  scopes: string[];
  /** `disconnected`: its tokens are gone; the events that it organizes wait for it. */
  state: "connected" | "degraded" | "broken" | "disconnected";
  /** A trouble's code; null while connected. */
  problem_code: string | null;
  state_since: Date;
  /** The first check in a row that Microsoft did not answer. */
  unreachable_since: Date | null;
  is_default: boolean;
  connected_at: Date;
  connected_by: string;
  connected_by_name: string;
  /** What the last check found, a list of Finding. */
  findings: ColumnType<unknown, string, string>;
  checked_at: Date | null;
  next_check_at: Date;
  /** How often in a row daily work met a trouble that a check then did not find, and when last. */
  failures: Generated<number>;
  failed_at: Date | null;
  /** Changes before this moment may have gone unreported; null: none have. */
  catch_up_since: Date | null;
}

export interface TokenCachesTable {
  account_id: string;
  sealed: Buffer;
  /** Another with each change, never twice, so that processes notice those of others. */
  version: Generated<number>;
  /** When a backend with another key sealed it last; others of before that change may still run. */
  resealed_at: Date | null;
  updated_at: Date;
}

/** A sign-in of a service account, from the link to the admin's word; its secrets go when it ends. */
export interface SignInsTable {
  id: string;
  state: "begun" | "opened" | "redeeming" | "toConfirm" | "ended";
  begun_by: string;
  begun_by_name: string;
  begun_at: Date;
  expires_at: Date;
  ticket_hash: string;
  state_hash: string | null;
  browser_hash: string | null;
  /** PKCE verifier and nonce; from `toConfirm` on the tokens. */
  sealed_secrets: Buffer | null;
  /** Who came, once it is the expected account. */
  came: ColumnType<unknown, string | null, string | null>;
  outcome: SignInOutcome | null;
  message: string | null;
  ended_at: Date | null;
}

export type SignInOutcome =
  | "connected"
  | "wrongAccount"
  | "denied"
  | "approvalNeeded"
  | "failed"
  | "expired"
  | "discarded";

/** Links with which an admin of Entra grants the permissions for everybody. */
export interface AdminConsentsTable {
  state_hash: string;
  begun_by: string;
  begun_at: Date;
  expires_at: Date;
  outcome: "granted" | "refused" | null;
  message: string | null;
  ended_at: Date | null;
}

/** Who has shown to be an admin by a token's app role; those of ADMIN_USERS need no row. */
export interface AdminsTable {
  object_id: string;
  display_name: string;
  /** By the app role; otherwise ADMIN_USERS named them when they were seen. */
  by_role: boolean;
  seen_at: Date;
}

/** What the bot told an admin last, by topic: an account, or a secret. */
export interface AdminNoticesTable {
  object_id: string;
  topic: string;
  told: string;
  told_at: Date;
}

export interface GraphSubscriptionsTable {
  account_id: string;
  graph_id: string | null;
  client_state: string;
  /** Where Graph reports to; another than today's address has to be replaced. */
  notification_url: string | null;
  expires_at: Date | null;
}

export type ServiceAccountRow = Selectable<ServiceAccountsTable>;
