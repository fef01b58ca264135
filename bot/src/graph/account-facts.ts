import { z } from "zod";
import type { GraphClient } from "./graph-client.ts";

/** Who the token speaks for (Graph: "Get user"). */
export async function readSignedInUser(
  graph: GraphClient,
): Promise<{ objectId: string; userPrincipalName: string }> {
  const user = z
    .object({ id: z.string(), userPrincipalName: z.string() })
    .parse(
      await graph.call<unknown>("/me", (request) =>
        request.select("id,userPrincipalName").get(),
      ),
    );
  return {
    objectId: user.id,
    userPrincipalName: user.userPrincipalName.toLowerCase(),
  };
}

/**
 * Whether the account's calendar can make Teams meetings: it needs a Teams licence (Graph: "Get calendar",
 * `allowedOnlineMeetingProviders`). Any answer at all proves that there is a mailbox.
 */
export async function readTeamsMeetingSupport(
  graph: GraphClient,
): Promise<"available" | "unavailable"> {
  const calendar = z
    .object({ allowedOnlineMeetingProviders: z.array(z.string()).nullish() })
    .parse(
      await graph.call<unknown>("/me/calendar", (request) =>
        request.select("id,allowedOnlineMeetingProviders").get(),
      ),
    );
  return calendar.allowedOnlineMeetingProviders?.includes("teamsForBusiness")
    ? "available"
    : "unavailable";
}
