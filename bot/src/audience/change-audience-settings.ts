import { isDeepStrictEqual } from "node:util";
import type {
  AudienceSettingsView,
  WantedAudienceSettings,
} from "../../contract/audiences.ts";
import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";
import { readAudienceSettings } from "./audience-settings.ts";

/** The settings as admins see them. */
export async function viewAudienceSettings(deps: {
  db: Db;
  organizerAddress: string;
}): Promise<AudienceSettingsView> {
  const settings = await readAudienceSettings(deps.db, deps);
  const { own_domains, audience_version } = await deps.db
    .selectFrom("organization_settings")
    .select(["own_domains", "audience_version"])
    .executeTakeFirstOrThrow();
  return {
    ...settings,
    domainsNamed: own_domains !== null,
    version: audience_version,
  };
}

/** The same may be said again. @throws {AppError} 412: somebody else changed them */
export async function changeAudienceSettings(
  db: Db,
  given: { wanted: WantedAudienceSettings; version: number },
): Promise<void> {
  const { wanted, version } = given;
  const domains = [...new Set(wanted.ownDomains)];
  const stored = {
    own_domains: domains.length > 0 ? domains : null,
    external_policy: wanted.externalPolicy,
    meeting_capacity: wanted.meetingCapacity,
    smallest_breakdown: wanted.smallestBreakdown,
  };
  const { numUpdatedRows } = await db
    .updateTable("organization_settings")
    .set({ ...stored, audience_version: version + 1 })
    .where("audience_version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const current = await db
    .selectFrom("organization_settings")
    .select([
      "own_domains",
      "external_policy",
      "meeting_capacity",
      "smallest_breakdown",
    ])
    .executeTakeFirstOrThrow();
  if (!isDeepStrictEqual(current, stored))
    throw new AppError({
      code: "versionConflict",
      status: 412,
      field: "If-Match",
      message:
        "Somebody else changed these settings meanwhile. Load the newest ones, then make your change again.",
    });
}
