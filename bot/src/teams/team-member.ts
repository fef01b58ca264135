import { z } from "zod";
import type { TeamMember } from "../groups/team-facts.ts";

/** A member of a conversation as Teams tells it; null for those who are no people of a directory. */
export const memberSchema = z
  .object({
    id: z.string(),
    aadObjectId: z.string().nullish(),
    objectId: z.string().nullish(),
    name: z.string().nullish(),
    email: z.string().nullish(),
    userPrincipalName: z.string().nullish(),
  })
  .transform((raw): TeamMember | null => {
    const objectId = (raw.aadObjectId ?? raw.objectId)?.toLowerCase();
    return objectId
      ? {
          objectId,
          teamsUserId: raw.id,
          displayName: raw.name ?? raw.userPrincipalName ?? objectId,
          address: raw.email ?? raw.userPrincipalName ?? null,
          userPrincipalName: raw.userPrincipalName ?? null,
        }
      : null;
  });
