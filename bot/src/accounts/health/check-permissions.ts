import type { AttendanceAccess } from "../../../contract/accounts.ts";
import { delegatedPermissions } from "../../../contract/permissions.ts";
import type { Finding } from "./account-health.ts";

/** Whether the permission is among those of a token; Entra may write it with Graph's address before it. */
export function hasScope(scopes: readonly string[], name: string): boolean {
  return scopes.some(
    (scope) => scope.split("/").at(-1)?.toLowerCase() === name.toLowerCase(),
  );
}

/**
 * Holds a token's permissions against those that the product asks for. `offline_access` is not among a
 * token's; that there is a new token shows it.
 */
export function checkPermissions(
  scopes: readonly string[],
  attendance: AttendanceAccess,
): Finding["result"] {
  const missing = delegatedPermissions.filter(
    ({ name }) =>
      name !== "offline_access" &&
      !(
        name === "OnlineMeetingArtifact.Read.All" && attendance === "appOnly"
      ) &&
      !hasScope(scopes, name),
  );
  if (missing.some(({ need }) => need === "required"))
    return "calendarPermissionMissing";
  return missing.length > 0 ? "somePermissionsMissing" : "ok";
}
