import { appearanceRequestSchema } from "../../contract/appearance.ts";
import { showAppearance } from "../events/show-appearance.ts";
import { parseRequest } from "./request-body.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

/** Plain text of a long description, as HTML with much formatting, and as many addresses as are looked at. */
const maxBytes = 256_000;

/** How an event would look, while its form is being filled in. */
export function addAppearanceRoutes(
  deps: RouteDeps & Parameters<typeof showAppearance>[0],
): void {
  addApiRoute(deps, "post", "/api/events/appearance", async (request) => ({
    body: await showAppearance(deps, {
      actor: request.actor,
      wanted: parseRequest(
        appearanceRequestSchema,
        await request.json(maxBytes),
      ),
    }),
  }));
}
