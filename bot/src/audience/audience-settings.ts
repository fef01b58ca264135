import type { ExternalPolicy } from "../../contract/audiences.ts";
import type { Db } from "../db/database.ts";
import { domainOf } from "./address-standing.ts";

/** What the organization's admins say of audiences; the settings page changes it. */
export interface AudienceSettings {
  /** Lower-case mail domains of the organization, each with its subdomains; empty: nobody knows them yet. */
  ownDomains: string[];
  /** What becomes of people outside the organization whom a lead names. */
  externalPolicy: ExternalPolicy;
  /** How many people one Teams meeting of the service account holds, at most. */
  meetingCapacity: number;
  /** Answers of fewer people than this are never broken down. */
  smallestBreakdown: number;
}

/**
 * Reads the settings as they are now. Domains that no admin named are those of the default service account,
 * and before there is one that of `organizerAddress`: whoever asks about addresses has to hand it in.
 */
export async function readAudienceSettings(
  db: Db,
  expected?: { organizerAddress: string },
): Promise<AudienceSettings> {
  const row = await db
    .selectFrom("organization_settings")
    .leftJoin("service_accounts", (join) =>
      join.on("service_accounts.is_default", "=", true),
    )
    .select([
      "own_domains",
      "external_policy",
      "meeting_capacity",
      "smallest_breakdown",
      "address",
      "user_principal_name",
    ])
    .executeTakeFirstOrThrow();
  const ownAddresses = [
    row.address ?? expected?.organizerAddress,
    row.user_principal_name,
  ];
  return {
    ownDomains: row.own_domains ?? domainsOf(ownAddresses),
    externalPolicy: row.external_policy,
    meetingCapacity: row.meeting_capacity,
    smallestBreakdown: row.smallest_breakdown,
  };
}

function domainsOf(addresses: readonly (string | null | undefined)[]) {
  const domains = addresses.flatMap((address) =>
    address ? [domainOf(address)] : [],
  );
  return [...new Set(domains)];
}
