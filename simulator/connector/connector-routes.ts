import { Hono } from "hono";
import { ZodError } from "zod";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import { authenticateBot } from "./authenticate-bot.ts";
import { ConnectorError } from "./connector-error.ts";
import type { Connector } from "./connector.ts";
import { messageRoutes } from "./message-routes.ts";
import { botKeySet, botOpenIdMetadata } from "./openid-metadata.ts";
import { rosterRoutes } from "./roster-routes.ts";

/** The Bot Connector: what a bot calls, and the keys by which it knows who calls it. */
export function connectorRoutes(
  connector: Connector,
): Hono<ServiceEnvironment> {
  const routes = new Hono<ServiceEnvironment>();
  const { simulation } = connector;

  routes.get("/botframework/v1/.well-known/openidconfiguration", (c) =>
    c.json(botOpenIdMetadata(simulation)),
  );
  routes.get("/botframework/v1/.well-known/keys", (c) =>
    c.json(botKeySet(simulation)),
  );
  routes.use("/connector/*", authenticateBot(simulation));
  routes.use("/connector/*", async (_, next) => {
    connector.limiter.takeRequest();
    await next();
  });
  routes.route("/", rosterRoutes(connector));
  routes.route("/", messageRoutes(connector));

  routes.onError((error) => {
    const known = asConnectorError(error);
    const { status, headers } = known;
    return Response.json(known.body(), { status, headers });
  });
  return routes;
}

function asConnectorError(error: Error): ConnectorError {
  if (error instanceof ConnectorError) return error;
  if (error instanceof ZodError) {
    return new ConnectorError(400, "BadArgument", error.message);
  }
  console.error("The simulator failed:", error);
  return new ConnectorError(
    500,
    "ServiceError",
    "The simulator failed; its console has the reason.",
  );
}
