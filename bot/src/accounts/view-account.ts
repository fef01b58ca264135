import type { ServiceAccountView } from "../../contract/accounts.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/schema.ts";
import { findDefaultAccount } from "./account-store.ts";

/** The service account as an admin sees it. */
export async function viewAccount(
  deps: { db: Db; config: Config; clock: Clock },
  actor: Actor,
): Promise<ServiceAccountView> {
  const account = await findDefaultAccount(deps.db);
  return {
    expectedUpn: deps.config.SERVICE_ACCOUNT_UPN,
    state: account?.state ?? "notConnected",
    account: account && {
      upn: account.user_principal_name,
      displayName: account.display_name,
      connectedAt: account.connected_at.toISOString(),
      connectedBy: account.connected_by_name,
      scopes: account.scopes,
      teamsMeetings: account.teams_meetings,
    },
    problem: account && problemOf(account),
    lastSignIn: await findLastSignIn(deps, actor),
  };
}

/** What is wrong with an account and its cure, in a sentence. */
function problemOf(
  account: Pick<ServiceAccountRow, "state" | "problem_code" | "teams_meetings">,
): ServiceAccountView["problem"] {
  if (account.state === "broken") return brokenProblem(account.problem_code);
  if (account.teams_meetings === "unavailable")
    return {
      code: "noTeamsLicence",
      message:
        "The service account cannot create Teams meetings. Give it a licence that includes Teams; until then events go out without a meeting link.",
    };
  return null;
}

function brokenProblem(code: string | null): ServiceAccountView["problem"] {
  switch (code) {
    case "mailbox":
      return {
        code,
        message:
          "The service account has no usable mailbox. Give it a licence with Exchange Online (at least Microsoft 365 Business Basic), wait until its mailbox opens in Outlook, then connect again.",
      };
    case "unreadableTokens":
      return {
        code,
        message:
          "The stored sign-in cannot be read with today's TOKEN_ENCRYPTION_KEY. Set the earlier key again, or connect the account again; nothing that waits is lost.",
      };
    default:
      return {
        code: "signInNeeded",
        message:
          "Microsoft no longer accepts the service account's sign-in. Connect it again; nothing that waits is lost.",
      };
  }
}

async function findLastSignIn(
  deps: { db: Db; clock: Clock },
  actor: Actor,
): Promise<ServiceAccountView["lastSignIn"]> {
  const row = await deps.db
    .selectFrom("sign_ins")
    .where("begun_by", "=", actor.objectId)
    .orderBy("begun_at", "desc")
    .select(["outcome", "message", "ended_at", "expires_at"])
    .executeTakeFirst();
  if (!row) return null;
  if (row.outcome && row.ended_at)
    return {
      outcome: row.outcome,
      message: row.message ?? "",
      at: row.ended_at.toISOString(),
    };
  return row.expires_at <= deps.clock.now()
    ? {
        outcome: "expired",
        message:
          "Nobody signed in within ten minutes. Choose Connect to try again.",
        at: row.expires_at.toISOString(),
      }
    : null;
}
