import type { Response } from "restify";
import type { Logger } from "pino";
import type { Db } from "../db/database.ts";
import { AppError } from "../errors.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { openNotificationReceiver } from "../subscriptions/receive-notifications.ts";
import { readJson } from "./request-body.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

/** Graph's tokens are far shorter; anything longer is not Graph's. */
const longestValidationToken = 2048;

/** Where Graph reports changes and what happens to the subscription. */
export function addNotificationsRoutes(
  deps: Pick<RouteDeps, "server" | "noteTiming"> & {
    db: Db;
    enqueue: Enqueue;
    log: Logger;
  },
): void {
  const receive = openNotificationReceiver(deps);
  for (const path of ["/api/notifications", "/api/lifecycle"])
    addRoute(deps, "post", path, async (req, res) => {
      const token = new URLSearchParams(req.getQuery()).get("validationToken");
      if (token !== null) return echo(res, token);
      await receive(await readJson(req));
      res.writeHead(202);
      res.end();
    });
}

/** Graph asks for its token back as plain text, to see that somebody listens here. */
function echo(res: Response, token: string): void {
  if (token.length > longestValidationToken)
    throw new AppError({
      code: "invalidValidationToken",
      status: 400,
      message: "This is not a validation token.",
    });
  res.writeHead(200, {
    "Content-Type": "text/plain; charset=utf-8",
    // Nobody's browser may take the echo for a page.
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
  res.end(token);
}
