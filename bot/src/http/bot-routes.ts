import type { Logger } from "pino";
import { AppError } from "../errors.ts";
import { readJson } from "./request-body.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

/** Teams keeps activities below about 100 KB. */
const maxActivityBytes = 512 * 1024;

/**
 * Takes an activity that somebody delivers.
 * - `accepted`: with the answer to an invoke, if it was one
 * - `malformed`, `unauthenticated`, `foreign` (of another organization): nothing was done
 */
export type ReceiveActivity = (
  authorization: string,
  activity: unknown,
) => Promise<
  | { outcome: "accepted"; status: number; body: unknown }
  | { outcome: "malformed" | "unauthenticated" | "foreign" }
>;

const refusals = {
  malformed: [400, "malformedActivity", "This is not an activity of Teams."],
  unauthenticated: [401, "notAuthenticated", "Only Teams may write here."],
  foreign: [403, "otherOrganization", "This bot serves one organization."],
} as const;

/** Where the Bot Framework delivers activities. */
export function addBotRoutes(
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    receiveActivity: ReceiveActivity;
    log: Logger;
  },
): void {
  addRoute(deps, "post", "/api/messages", async (req, res) => {
    const body = await readJson(req, maxActivityBytes);
    const received = await deps.receiveActivity(
      req.headers.authorization ?? "",
      body,
    );
    if (received.outcome !== "accepted") {
      const [status, code, message] = refusals[received.outcome];
      throw new AppError({ status, code, message });
    }
    const hasBody = received.body !== undefined && received.body !== null;
    res.writeHead(received.status, {
      ...(hasBody && { "Content-Type": "application/json" }),
    });
    res.end(hasBody ? JSON.stringify(received.body) : undefined);
  });
}
