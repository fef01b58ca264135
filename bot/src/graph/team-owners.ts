import type { Logger } from "pino";
import { z } from "zod";
import type { ReadTeamOwners } from "../groups/team-facts.ts";
import type { GraphClient } from "./graph-client.ts";
import { GraphFailure } from "./graph-failure.ts";

const pageSchema = z.object({
  value: z.array(
    z.object({
      userId: z.string().nullish(),
      roles: z.array(z.string()).default([]),
    }),
  ),
  "@odata.nextLink": z.string().optional(),
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
  const owners = new Set<string>();
  for (let next: string | undefined = path; next !== undefined;) {
    const page: z.output<typeof pageSchema> = pageSchema.parse(
      await appGraph.call<unknown>(next, (request) => request.get()),
    );
    for (const { userId, roles } of page.value)
      if (userId && roles.includes("owner")) owners.add(userId);
    next = page["@odata.nextLink"];
  }
  return owners;
}
