import type {
  AccountCheck,
  ServiceAccountView,
} from "../../contract/accounts.ts";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { findDefaultAccount, type KeptAccount } from "./account-store.ts";
import { adminScripts } from "./admin-scripts.ts";
import { listAdmins } from "./admins/admin-store.ts";
import { credentialsOf } from "./admins/credentials.ts";
import { grantForEverybodySentence } from "./approval/grant-for-everybody.ts";
import { readAttendanceAccess } from "./attendance-access.ts";
import { checkAnswers } from "./health/check-answers.ts";
import { checklist, isSetUpComplete } from "./health/check-words.ts";
import { findingsOf, healthOf } from "./health/record-health.ts";
import { troubleOf, troubles } from "./health/troubles.ts";
import { viewOthersSignIn, viewSignIn } from "./sign-in/view-sign-in.ts";

interface ViewDeps {
  db: Db;
  config: Config;
  clock: Clock;
}

/** The service account as an admin sees it. */
export async function viewAccount(
  deps: ViewDeps,
  actor: Actor,
): Promise<ServiceAccountView> {
  const account = await findDefaultAccount(deps.db);
  const [signIn, othersSignIn, approval, attendance, admins, earlier] =
    await Promise.all([
      viewSignIn(deps, actor),
      viewOthersSignIn(deps, actor),
      viewApproval(deps.db),
      viewAttendance(deps, account),
      listAdmins(deps),
      viewEarlier(deps),
    ]);
  const checks = account ? await checksOf(deps, account) : [];
  return {
    expectedUpn: deps.config.SERVICE_ACCOUNT_UPN,
    state: account?.state ?? "notConnected",
    account: account && {
      id: account.id,
      upn: account.user_principal_name,
      displayName: account.display_name,
      connectedAt: account.connected_at.toISOString(),
      connectedBy: account.connected_by_name,
    },
    problem: account && viewProblem(account),
    checks,
    checkedAt: account?.checked_at?.toISOString() ?? null,
    nextCheckAt: account?.next_check_at.toISOString() ?? null,
    setUpComplete: isSetUpComplete(checks),
    signIn,
    othersSignIn,
    approval,
    attendance,
    admins: {
      reachable: admins
        .filter(({ place }) => place)
        .map(({ displayName }) => displayName),
      unreachable: admins
        .filter(({ place }) => !place)
        .map(({ displayName }) => displayName),
    },
    earlier,
  };
}

function viewProblem(account: KeptAccount): ServiceAccountView["problem"] {
  const { reason, since } = healthOf(account);
  if (reason === null) return null;
  const { sentence, cure, guide } = troubles[reason];
  return {
    code: reason,
    sentence,
    cure,
    guide,
    since: since.toISOString(),
  };
}

async function checksOf(
  deps: ViewDeps,
  account: KeptAccount,
): Promise<AccountCheck[]> {
  const stored = findingsOf(account).filter(({ name }) => name !== "answers");
  if (stored.length === 0) return [];
  const answers = await checkAnswers(deps, account);
  return checklist(
    [...stored, { name: "answers", result: answers }],
    credentialsOf(deps.config),
    deps.clock.now(),
  );
}

async function viewApproval(db: Db): Promise<ServiceAccountView["approval"]> {
  const [newest, settings] = await Promise.all([
    db
      .selectFrom("admin_consents")
      .where("ended_at", "is not", null)
      .orderBy("ended_at", "desc")
      .limit(1)
      .select(["outcome", "message", "ended_at"])
      .executeTakeFirst(),
    db
      .selectFrom("organization_settings")
      .select("grant_for_everybody")
      .executeTakeFirstOrThrow(),
  ]);
  const isGranted = newest?.outcome === "granted";
  return {
    adminConsentAt: isGranted ? (newest.ended_at?.toISOString() ?? null) : null,
    adminConsentProblem: newest && !isGranted ? newest.message : null,
    grantForEverybody: grantForEverybodySentence(settings.grant_for_everybody),
  };
}

async function viewAttendance(
  deps: ViewDeps,
  account: KeptAccount | null,
): Promise<ServiceAccountView["attendance"]> {
  const access = await readAttendanceAccess(deps.db);
  const check = account
    ? (await checksOf(deps, account)).find(({ name }) => name === "attendance")
    : undefined;
  return {
    access,
    state: check?.state ?? "unknown",
    sentence: check?.sentence ?? "Known once the account is connected",
    cure: check?.cure ?? null,
    appOnlyScript: adminScripts(deps.config).attendanceAppOnly,
  };
}

/** Its cure is mostly to connect it again, which means: sign in as this account, not as the expected one. */
function earlierProblem(
  row: Pick<KeptAccount, "problem_code" | "user_principal_name"> & {
    state: string;
  },
): string | null {
  if (row.state !== "broken" && row.state !== "degraded") return null;
  const { sentence, cure, guide } = troubleOf(row.problem_code);
  return guide === "connect"
    ? `${sentence} Choose Connect and sign in as ${row.user_principal_name}: it then goes on with its own events.`
    : `${sentence} ${cure}`;
}

/** Accounts that no longer organize new events, but whose tokens are still here for those of before. */
async function viewEarlier(
  deps: ViewDeps,
): Promise<ServiceAccountView["earlier"]> {
  const rows = await deps.db
    .selectFrom("service_accounts")
    .where("is_default", "=", false)
    .where("state", "!=", "disconnected")
    .select((select) => [
      "id",
      "user_principal_name",
      "state",
      "problem_code",
      select
        .selectFrom("scheduled_events")
        .whereRef("account_id", "=", "service_accounts.id")
        .where("cancelled", "=", false)
        .where("ends_at", ">", deps.clock.now())
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .as("upcoming"),
    ])
    .orderBy("user_principal_name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    upn: row.user_principal_name,
    state: row.state === "disconnected" ? "notConnected" : row.state,
    problem: earlierProblem(row),
    upcomingEvents: Number(row.upcoming ?? 0),
  }));
}
