import type { Logger } from "pino";
import { z } from "zod";
import type { ReadTeamOwners } from "../groups/team-facts.ts";
import type { GraphClient } from "./graph-client.ts";
import { GraphFailure } from "./graph-failure.ts";
import { readPages } from "./read-pages.ts";

const memberSchema = z.object({
  userId: z.string().nullish(),
  roles: z.array(z.string()).default([]),
});

/**
 * Reads who owns a team (Graph: "List members of team"), with the app's own token. It works only where the
 * team has granted TeamMember.Read.Group, which an organization may switch off; the roster of the bot
 * does not tell owners from members.
 */
export function openTeamOwners(deps: {
  appGraph: GraphClient;
  log: Logger;
}): ReadTeamOwners {
  return async (directoryGroupId) => {
    const path = `/teams/${encodeURIComponent(directoryGroupId)}/members`;
    try {
      return await readOwners(deps.appGraph, path);
    } catch (error) {
      if (!(error instanceof GraphFailure)) throw error;
      // Roles stay as they are; the next look comes within hours.
      deps.log.info(
        { status: error.status, code: error.code },
        "the owners of a team could not be read",
      );
      return null;
    }
  };
}

async function readOwners(
  appGraph: GraphClient,
  path: string,
): Promise<ReadonlySet<string>> {
  const members = await readPages(appGraph, path, memberSchema);
  return new Set(
    members.flatMap(({ userId, roles }) =>
      userId && roles.includes("owner") ? [userId] : [],
    ),
  );
}
