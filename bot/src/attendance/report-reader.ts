import type { AttendanceAccess } from "../../contract/accounts.ts";
import { hasScope } from "../accounts/health/check-permissions.ts";
import { attendanceRoles } from "../accounts/health/check-attendance.ts";
import { readAttendanceAccess } from "../accounts/attendance-access.ts";
import { works } from "../accounts/account-store.ts";
import type { AppToken } from "../accounts/tokens/app-token.ts";
import type { Db } from "../db/database.ts";
import type { ServiceAccountRow } from "../db/tables/accounts.ts";
import type { GraphClient, GraphOf } from "../graph/graph-client.ts";
import type { MeetingOwner } from "../graph/online-meetings.ts";
import { ReadingStopped } from "./attendance-trouble.ts";

/** Who reads an event's reports, and by which way. */
export interface ReportReader {
  way: AttendanceAccess;
  graph: GraphClient;
  owner: MeetingOwner;
}

export interface ReaderDeps {
  db: Db;
  graphOf: GraphOf;
  appGraph: GraphClient;
  appToken: (options?: { renew: boolean }) => Promise<AppToken>;
}

/**
 * Opens the way to read attendance that the organization has chosen. What is known to be missing is not tried: the
 * account's permission, or the app's. The app needs the account to exist, not to work.
 * @throws {ReadingStopped}
 */
export async function openReportReader(
  deps: ReaderDeps,
  given: { account: ServiceAccountRow; groupId: string },
): Promise<ReportReader> {
  const { account } = given;
  const way = await readAttendanceAccess(deps.db);
  if (way === "delegated") {
    if (!works(account)) throw new ReadingStopped("accountBroken");
    if (!hasScope(account.scopes, "OnlineMeetingArtifact.Read.All"))
      throw new ReadingStopped("permissionMissing");
    // Nobody waits for it.
    const place = { urgency: "bulk" as const, share: given.groupId };
    return { way, graph: deps.graphOf(account.id, place), owner: "me" };
  }
  if (!(await hasRoles(deps))) throw new ReadingStopped("appPermissionMissing");
  const owner = { userObjectId: account.object_id };
  return { way, graph: deps.appGraph, owner };
}

/** A role that was granted a moment ago is in no token of before. */
async function hasRoles({ appToken }: ReaderDeps): Promise<boolean> {
  for (const renew of [false, true]) {
    const { roles } = await appToken({ renew }).catch((error: unknown) => {
      throw new ReadingStopped("unreachable", { cause: error });
    });
    if (attendanceRoles.every((role) => roles.includes(role))) return true;
  }
  return false;
}
