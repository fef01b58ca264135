import type { AttendanceAccess } from "../../../contract/accounts.ts";
import type { Db } from "../../db/database.ts";
import type { GraphClient } from "../../graph/graph-client.ts";
import { GraphFailure } from "../../graph/graph-failure.ts";
import { listAttendanceReports } from "../../graph/attendance-reports.ts";
import {
  findPlacedMeeting,
  type MeetingOwner,
} from "../../graph/online-meetings.ts";
import type { KeptAccount } from "../account-store.ts";
import type { AppToken } from "../tokens/app-token.ts";
import type { Finding } from "./account-health.ts";
import { hasScope } from "./check-permissions.ts";

/** Application permissions with which the app itself reads attendance (Graph: "Get onlineMeeting", "List meetingAttendanceReports"). */
export const attendanceRoles = [
  "OnlineMeetings.Read.All",
  "OnlineMeetingArtifact.Read.All",
] as const;

/**
 * Whether attendance can be read the way the organization chose: the permissions in the token first, then a
 * real call about the newest Teams meeting. `unknown` while there is no meeting to ask about.
 */
export async function checkAttendance(
  deps: {
    db: Db;
    appToken: (options?: { renew: boolean }) => Promise<AppToken>;
    appGraph: GraphClient;
  },
  given: {
    account: KeptAccount;
    graph: GraphClient;
    access: AttendanceAccess;
    scopes: readonly string[];
  },
): Promise<Finding["result"]> {
  const { account, access } = given;
  if (access === "delegated") {
    if (!hasScope(given.scopes, "OnlineMeetingArtifact.Read.All"))
      return "attendancePermissionMissing";
    return tryReports(deps.db, {
      account,
      graph: given.graph,
      owner: "me",
      whenForbidden: "attendancePermissionMissing",
    });
  }
  // A role that was granted a moment ago is in no token of before.
  const app = await deps.appToken({ renew: true }).catch(() => null);
  if (app === null) return "unknown";
  if (!attendanceRoles.every((role) => app.roles.includes(role)))
    return "attendanceAppPermissionMissing";
  return tryReports(deps.db, {
    account,
    graph: deps.appGraph,
    owner: { userObjectId: account.object_id },
    whenForbidden: "attendancePolicyMissing",
  });
}

async function tryReports(
  db: Db,
  given: {
    account: KeptAccount;
    graph: GraphClient;
    owner: MeetingOwner;
    whenForbidden: Finding["result"];
  },
): Promise<Finding["result"]> {
  const { graph, owner } = given;
  const joinUrl = await findNewestJoinUrl(db, given.account.id);
  if (joinUrl === null) return "unknown";
  try {
    const meeting = await findPlacedMeeting(graph, owner, joinUrl);
    if (meeting === null) return "unknown";
    await listAttendanceReports(graph, owner, meeting.id);
    return "ok";
  } catch (error) {
    // Attendance is no reason to leave the other checks without a result.
    if (!(error instanceof GraphFailure)) return "unknown";
    const isRefused =
      error.kind === "forbidden" ||
      // Teams' word for a policy that is not effective yet comes with more than one status.
      error.code === "Unauthorized";
    return isRefused ? given.whenForbidden : "unknown";
  }
}

async function findNewestJoinUrl(
  db: Db,
  accountId: string,
): Promise<string | null> {
  const event = await db
    .selectFrom("scheduled_events")
    .where("account_id", "=", accountId)
    .where("join_url", "is not", null)
    .where("cancelled", "=", false)
    .orderBy("created_at", "desc")
    .limit(1)
    .select("join_url")
    .executeTakeFirst();
  return event?.join_url ?? null;
}
