import type { AccountCheck } from "../../../contract/accounts.ts";
import { troubles, type Reach, type TroubleCode } from "./troubles.ts";

/** What one check found: nothing wrong, a trouble, or that it could not be made. */
export interface Finding {
  name: AccountCheck["name"];
  result: "ok" | "unknown" | TroubleCode;
}

/** Where the connection of an account stands, and since when. */
export interface AccountHealth {
  state: "connected" | "degraded" | "broken";
  /** Null while `connected`. */
  reason: TroubleCode | null;
  since: Date;
  /** The first check in a row that Microsoft did not answer; null when the last one was answered. */
  unreachableSince: Date | null;
}

/** How long Microsoft may be silent before somebody is told, in milliseconds. */
const silenceMs = 15 * 60_000;

const weight: Record<Reach, number> = { notice: 0, degraded: 1, broken: 2 };

/**
 * The connection's state machine: what the checks found decides, the heaviest first, the earlier check
 * first among equals. What could not be found out leaves the state as it was; only when Microsoft has been
 * silent for a quarter of an hour is a working connection called degraded.
 */
export function healthAfterCheck(
  before: AccountHealth,
  findings: readonly Finding[],
  now: Date,
): AccountHealth {
  const worst = heaviest(findings);
  // Whether the account can get a token and reach its mailbox is what "reachable" means here.
  const isSilent = findings.some(
    ({ name, result }) =>
      (name === "signIn" || name === "mailbox") && result === "unknown",
  );
  const unreachableSince = isSilent ? (before.unreachableSince ?? now) : null;
  const to = (state: AccountHealth["state"], reason: TroubleCode | null) => ({
    state,
    reason,
    since:
      before.state === state && before.reason === reason ? before.since : now,
    unreachableSince,
  });
  if (worst && troubles[worst].reach === "broken") return to("broken", worst);
  if (!isSilent) return worst ? to("degraded", worst) : to("connected", null);
  const isSilentForLong =
    unreachableSince !== null &&
    now.getTime() - unreachableSince.getTime() >= silenceMs;
  return before.state === "connected" && isSilentForLong
    ? to("degraded", "unreachable")
    : { ...before, unreachableSince };
}

/** A call of the daily work met a trouble that means that nothing works: so it is, until a check says otherwise. */
export function healthAfterFailure(
  before: AccountHealth,
  trouble: TroubleCode,
  now: Date,
): AccountHealth {
  if (troubles[trouble].reach !== "broken" || before.state === "broken")
    return before;
  return { ...before, state: "broken", reason: trouble, since: now };
}

/** The trouble that decides the state; notices do not. */
function heaviest(findings: readonly Finding[]): TroubleCode | null {
  let found: TroubleCode | null = null;
  for (const { result } of findings) {
    if (result === "ok" || result === "unknown") continue;
    const reach = weight[troubles[result].reach];
    if (reach === 0) continue;
    if (found === null || reach > weight[troubles[found].reach]) found = result;
  }
  return found;
}

/**
 * Wait before the check that a failure asks for, in milliseconds. The first comes at once; when checks find
 * everything well and the work fails again, they come less and less often, so that the two do not chase
 * each other.
 * @param failures in a row, this one included
 */
export function checkDelayMs(failures: number): number {
  return failures <= 1
    ? 0
    : Math.min(15 * 60_000, 60_000 * 2 ** (failures - 2));
}

/** Time until the next check, in milliseconds: sooner where something is wrong, to notice that it was repaired. */
export function nextCheckMs(health: AccountHealth): number {
  const isWell = health.state === "connected" && !health.unreachableSince;
  return (isWell ? 15 : 3) * 60_000;
}
