import type { ServiceAccountRow } from "../../db/tables/accounts.ts";
import { troubleOf } from "./troubles.ts";

/**
 * What leads and admins read above every page, so that nobody wonders why invitations do not arrive; null when
 * there is nothing that concerns them.
 */
export function connectionNotice(
  account: Pick<ServiceAccountRow, "state" | "problem_code"> | null,
  reader: { isAdmin: boolean },
): string | null {
  if (account === null)
    return reader.isAdmin
      ? "Invitations cannot go out yet: the service account is not connected."
      : "Invitations cannot go out yet: the service account is not connected. Ask an administrator to connect it in Settings. What you schedule is kept until then.";
  if (account.state === "broken")
    return reader.isAdmin
      ? `Invitations cannot go out. ${troubleOf(account.problem_code).sentence}`
      : "Invitations cannot go out at the moment: the connection to the service account is broken, and an administrator has to repair it in Settings. What you schedule is kept and sent afterwards.";
  if (account.state !== "degraded") return null;
  return degradedNotices.get(account.problem_code ?? "") ?? null;
}

/** Of what is missing only what shows in events. */
const degradedNotices = new Map([
  [
    "noTeamsMeetings",
    "Events go out without a Teams link at the moment: the service account cannot create Teams meetings.",
  ],
  [
    "answersNotReported",
    "Answers given in Outlook are counted late at the moment.",
  ],
  [
    "unreachable",
    "Microsoft does not answer at the moment. What you schedule is kept and sent afterwards.",
  ],
]);
