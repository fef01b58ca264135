import { audienceCheckSchema } from "../../contract/audience-check.ts";
import { checkAddresses } from "../audience/check-addresses.ts";
import type { EventDeps } from "../events/schedule-event.ts";
import { maxAddressBytes, parseRequest } from "./request-body.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

/** What would become of addresses before they are in the form: a dry run. */
export function addAudienceCheckRoutes(deps: RouteDeps & EventDeps): void {
  addApiRoute(deps, "post", "/api/audience/check", async (request) => ({
    body: await checkAddresses(deps, {
      actor: request.actor,
      asked: parseRequest(
        audienceCheckSchema,
        // Those who are chosen and those who are to be.
        await request.json(2 * maxAddressBytes),
      ),
    }),
  }));
}
