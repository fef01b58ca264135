import type { Client } from "@microsoft/microsoft-graph-client";
import type { Logger } from "pino";
import { z } from "zod";
import type { ReadTeamOwners } from "../groups/team-facts.ts";
import { sdkClient } from "./graph-client.ts";
import { readGraphFailure } from "./graph-failure.ts";

const pageSchema = z.object({
  value: z.array(
    z.object({
      userId: z.string().nullish(),
      roles: z.array(z.string()).default([]),
    }),
  ),
  "@odata.nextLink": z.string().optional(),
});

/** Longest wait for one answer of Graph, in milliseconds. */
const answerTimeoutMs = 20_000;

/**
 * Reads who owns a team (Graph: "List members of team"), with the app's own token. It works only where the
 * team has granted TeamMember.Read.Group, which an organization may switch off; the roster of the bot
 * does not tell owners from members.
 */
export function openTeamOwners(deps: {
  baseUrl: string;
  appToken: () => Promise<string>;
  log: Logger;
}): ReadTeamOwners {
  return async (directoryGroupId) => {
    const path = `/teams/${encodeURIComponent(directoryGroupId)}/members`;
    try {
      const client = sdkClient(deps.baseUrl, await deps.appToken());
      return await readOwners(client, `${deps.baseUrl}${path}`);
    } catch (error) {
      // Roles stay as they are; the next look comes within hours.
      const failure = readGraphFailure(error, "/teams/…/members");
      deps.log.info(
        { status: failure.status, code: failure.code },
        "the owners of a team could not be read",
      );
      return null;
    }
  };
}

async function readOwners(
  client: Client,
  url: string,
): Promise<ReadonlySet<string>> {
  const owners = new Set<string>();
  for (let next: string | undefined = url; next !== undefined;) {
    const page: z.output<typeof pageSchema> = pageSchema.parse(
      await client
        .api(next)
        .option("signal", AbortSignal.timeout(answerTimeoutMs))
        .get(),
    );
    for (const { userId, roles } of page.value)
      if (userId && roles.includes("owner")) owners.add(userId);
    next = page["@odata.nextLink"];
  }
  return owners;
}
