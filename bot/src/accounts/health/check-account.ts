import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import {
  readSignedInUser,
  readTeamsMeetingSupport,
} from "../../graph/account-facts.ts";
import type { GraphClient, GraphOf } from "../../graph/graph-client.ts";
import { GraphFailure } from "../../graph/graph-failure.ts";
import type { ServerClock } from "../../graph/server-clock.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { findAccount, type KeptAccount } from "../account-store.ts";
import { readAttendanceAccess } from "../attendance-access.ts";
import type { AccessToken, AccessTokens } from "../tokens/access-token.ts";
import type { AppToken } from "../tokens/app-token.ts";
import { NoToken } from "../tokens/no-token.ts";
import type { Finding } from "./account-health.ts";
import { checkAnswers, compareSubscription } from "./check-answers.ts";
import { checkAttendance } from "./check-attendance.ts";
import { checkPermissions } from "./check-permissions.ts";
import { graphTrouble } from "./graph-trouble.ts";
import { recordHealth } from "./record-health.ts";

export interface CheckDeps {
  db: Db;
  config: Config;
  clock: Clock;
  enqueue: Enqueue;
  accessTokens: AccessTokens;
  appToken: (options?: { renew: boolean }) => Promise<AppToken>;
  /** Clients whose failures are findings and ask for no further check. */
  checkingGraphOf: GraphOf;
  appGraph: GraphClient;
  serverClock: ServerClock;
}

/** Clocks may differ this far, in milliseconds; tokens stand five minutes, answers are compared by time. */
const clockToleranceMs = 60_000;

/**
 * Makes every check of an account now, with a token that Entra has just renewed, and records what follows
 * from it. Five calls of Graph at most.
 */
export async function checkAccount(
  deps: CheckDeps,
  accountId: string,
): Promise<void> {
  const account = await findAccount(deps.db, accountId);
  if (!account) return;
  const begunAt = deps.clock.now();
  const token = await findOut(() => deps.accessTokens.renew(accountId));
  const findings: Finding[] = [
    { name: "signIn", result: token.result },
    ...("value" in token
      ? await checkWithToken(deps, account, token.value)
      : withoutToken),
    {
      name: "organization",
      result:
        account.tenant_id === deps.config.AAD_APP_TENANT_ID
          ? "ok"
          : "otherOrganization",
    },
    { name: "answers", result: await checkAnswers(deps, account) },
    { name: "clock", result: checkClock(deps.serverClock) },
  ];
  await recordHealth(deps, {
    account,
    begunAt,
    findings,
    scopes: "value" in token ? token.value.scopes : null,
  });
}

/** The job: makes the checks unless somebody has just had them made. */
export async function checkAccountIfDue(
  deps: CheckDeps,
  payload: { accountId: string },
): Promise<void> {
  const account = await findAccount(deps.db, payload.accountId);
  if (account && account.next_check_at <= deps.clock.now())
    await checkAccount(deps, account.id);
}

const withoutToken: Finding[] = (
  ["account", "permissions", "mailbox", "teamsMeetings", "attendance"] as const
).map((name) => ({ name, result: "unknown" }));

async function checkWithToken(
  deps: CheckDeps,
  account: KeptAccount,
  token: AccessToken,
): Promise<Finding[]> {
  const graph = deps.checkingGraphOf(account.id, {
    urgency: "interactive",
    share: "account",
  });
  const access = await readAttendanceAccess(deps.db);
  const [user, meetings, attendance] = await Promise.all([
    findOutTwice(() => readSignedInUser(graph)),
    findOutTwice(() => readTeamsMeetingSupport(graph)),
    checkAttendance(deps, { account, graph, access, scopes: token.scopes }),
    compareSubscription(deps, account, graph),
  ]);
  return [
    { name: "account", result: compareAccount(deps.config, account, user) },
    {
      name: "permissions",
      result: checkPermissions(token.scopes, access),
    },
    { name: "mailbox", result: meetings.result },
    {
      name: "teamsMeetings",
      result:
        "value" in meetings
          ? meetings.value === "available"
            ? "ok"
            : "noTeamsMeetings"
          : "unknown",
    },
    { name: "attendance", result: attendance },
  ];
}

/** Before an account is called broken by one answer of Graph's, it is asked again, this much later in milliseconds. */
const secondLookMs = 1000;

async function findOutTwice<T>(ask: () => Promise<T>) {
  const first = await findOut(ask);
  if (first.result === "ok" || first.result === "unknown") return first;
  await sleep(secondLookMs);
  return findOut(ask);
}

/** Makes one call; a refusal that says something of the account is a finding, any other leaves it open. */
async function findOut<T>(
  ask: () => Promise<T>,
): Promise<
  { result: "ok"; value: T } | { result: Exclude<Finding["result"], "ok"> }
> {
  try {
    return { result: "ok", value: await ask() };
  } catch (error) {
    if (error instanceof NoToken) return { result: error.trouble };
    const trouble = error instanceof GraphFailure ? graphTrouble(error) : null;
    return {
      result:
        trouble === null || trouble === "unreachable" ? "unknown" : trouble,
    };
  }
}

function compareAccount(
  config: Config,
  account: KeptAccount,
  user: Awaited<
    ReturnType<
      typeof findOut<{
        objectId: string;
        userPrincipalName: string;
      }>
    >
  >,
): Finding["result"] {
  // What forbids reading the profile shows among the permissions.
  if (!("value" in user))
    return user.result === "calendarForbidden" ? "unknown" : user.result;
  if (user.value.objectId !== account.object_id) return "wrongAccount";
  const { userPrincipalName } = user.value;
  if (!account.is_default || userPrincipalName === config.SERVICE_ACCOUNT_UPN)
    return "ok";
  return account.user_principal_name === userPrincipalName
    ? "otherExpected"
    : "renamed";
}

function checkClock(serverClock: ServerClock): Finding["result"] {
  const offsetMs = serverClock.offsetMs();
  if (offsetMs === null) return "unknown";
  return Math.abs(offsetMs) > clockToleranceMs ? "clockOff" : "ok";
}
