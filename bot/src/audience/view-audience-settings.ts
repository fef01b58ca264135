import type { AudienceSettingsView } from "../../contract/audiences.ts";
import type { Db } from "../db/database.ts";
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
