import { z } from "zod";
import type { TeamMember } from "../groups/team-facts.ts";

/** A member and the organization that they come from; null: Teams does not say. */
interface MemberOfTenant extends TeamMember {
  tenantId: string | null;
}

/** A member of a conversation as Teams tells it; null for those who are no people of a directory. */
export const memberSchema = z
  .object({
    id: z.string(),
    aadObjectId: z.string().nullish(),
    objectId: z.string().nullish(),
    name: z.string().nullish(),
    email: z.string().nullish(),
    userPrincipalName: z.string().nullish(),
    tenantId: z.string().nullish(),
  })
  .transform((raw): MemberOfTenant | null => {
    const objectId = (raw.aadObjectId ?? raw.objectId)?.toLowerCase();
    return objectId
      ? {
          tenantId: raw.tenantId ?? null,
          objectId,
          teamsUserId: raw.id,
          displayName: raw.name ?? raw.userPrincipalName ?? objectId,
          address: raw.email ?? raw.userPrincipalName ?? null,
          userPrincipalName: raw.userPrincipalName ?? null,
        }
      : null;
  });

/**
 * Whether somebody belongs to our organization: in shared channels others take part, whose names and
 * addresses somebody else's administrators choose.
 */
export function isOurs(
  member: { tenantId: string | null },
  tenantId: string,
): boolean {
  return member.tenantId === null || member.tenantId === tenantId;
}
