import type { CloudAdapter, TeamsActivityHandler } from "botbuilder";
import type { Logger } from "pino";
import { readJson } from "./request-body.ts";
import { addRoute, type RouteDeps } from "./routes.ts";

/** Teams keeps activities below about 100 KB. */
const maxActivityBytes = 512 * 1024;

/** Where the Bot Framework delivers activities; the adapter authenticates them. */
export function addBotRoutes(
  deps: Pick<RouteDeps, "server"> & {
    adapter: CloudAdapter;
    handler: TeamsActivityHandler;
    log: Logger;
  },
): void {
  addRoute(deps, "post", "/api/messages", async (req, res) => {
    req.body = await readJson(req, maxActivityBytes);
    await deps.adapter.process(req, res, (context) =>
      deps.handler.run(context),
    );
  });
}
