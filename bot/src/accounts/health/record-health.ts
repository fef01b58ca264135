import { z } from "zod";
import {
  permissionProblems,
  resumeAttendance,
} from "../../attendance/resume-attendance.ts";
import type { Clock } from "../../clock.ts";
import type { Db } from "../../db/database.ts";
import type { ServiceAccountRow } from "../../db/tables/accounts.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { lockAccount, works, type KeptAccount } from "../account-store.ts";
import { enqueueWhatWaits } from "../enqueue-what-waits.ts";
import {
  healthAfterCheck,
  nextCheckMs,
  type AccountHealth,
  type Finding,
} from "./account-health.ts";
import { isTroubleCode } from "./troubles.ts";

/** Checks without a failure for this long, in milliseconds, and the failures of before are forgotten. */
const calmMs = 15 * 60_000;

/**
 * Records what a check found. Where the account works again, or Microsoft answers again, everything that waited
 * is enqueued in the same transaction, and so is the word to the admins.
 */
export async function recordHealth(
  deps: { db: Db; clock: Clock; enqueue: Enqueue },
  given: {
    /** As it was when the check began. */
    account: KeptAccount;
    begunAt: Date;
    findings: readonly Finding[];
    /** The permissions in the newest token; null when there was none. */
    scopes: readonly string[] | null;
  },
): Promise<void> {
  const { findings } = given;
  await deps.db.transaction().execute(async (trx) => {
    const stored = await lockAccount(trx, given.account.id);
    // Connected anew meanwhile: what was found is about the sign-in of before.
    if (
      !stored ||
      stored.connected_at.getTime() !== given.account.connected_at.getTime()
    )
      return;
    // A check that began later has been the faster one.
    if (stored.checked_at !== null && stored.checked_at > given.begunAt) return;
    const now = deps.clock.now();
    const health = healthAfterCheck(healthOf(stored), findings, now);
    // A check that confirms a failure agrees with the work; only where the two disagree they keep apart.
    const isCalm =
      health.state === "broken" ||
      stored.failed_at === null ||
      now.getTime() - stored.failed_at.getTime() > calmMs;
    await trx
      .updateTable("service_accounts")
      .set({
        state: health.state,
        problem_code: health.reason,
        state_since: health.since,
        unreachable_since: health.unreachableSince,
        findings: JSON.stringify(findings),
        checked_at: now,
        next_check_at: new Date(now.getTime() + nextCheckMs(health)),
        ...(isCalm && { failures: 0 }),
        ...(given.scopes && { scopes: [...given.scopes] }),
      })
      .where("id", "=", stored.id)
      .execute();
    const isBack =
      stored.unreachable_since !== null && health.unreachableSince === null;
    if (works(health) && (!works(stored) || isBack))
      await enqueueWhatWaits(deps.enqueue, trx, stored.id, now);
    if (canReadAttendance(findings) && !canReadAttendance(findingsOf(stored)))
      await resumeAttendance(deps, trx, {
        accountId: stored.id,
        problems: permissionProblems,
        now,
      });
    if (health.reason === "answersNotReported")
      await deps.enqueue(trx, "subscriptions.ensure", { accountId: stored.id });
    await deps.enqueue(trx, "accounts.tell-admins", {});
  });
}

function canReadAttendance(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ name, result }) => name === "attendance" && result === "ok",
  );
}

/** The state machine's part of a stored account. */
export function healthOf(
  account: Pick<
    ServiceAccountRow,
    "problem_code" | "state_since" | "unreachable_since"
  > & { state: AccountHealth["state"] },
): AccountHealth {
  const { problem_code: code } = account;
  return {
    state: account.state,
    reason:
      account.state === "connected"
        ? null
        : isTroubleCode(code)
          ? code
          : "signInNeeded",
    since: account.state_since,
    unreachableSince: account.unreachable_since,
  };
}

const findingsSchema = z
  .array(z.object({ name: z.string(), result: z.string() }))
  .catch([]);

/** What the last check found, as it was stored; a name or trouble of another version is left out. */
export function findingsOf(
  account: Pick<ServiceAccountRow, "findings">,
): Finding[] {
  return findingsSchema.parse(account.findings).flatMap((stored) => {
    const { name, result } = stored;
    const isKnown =
      result === "ok" || result === "unknown" || isTroubleCode(result);
    return isKnown ? [{ name, result } as Finding] : [];
  });
}
