import { createMiddleware } from "hono/factory";
import { jwtVerify } from "jose";
import type { ServiceEnvironment } from "../http/service-environment.ts";
import { connectorAudience } from "../login/tokens.ts";
import type { Simulation } from "../simulation.ts";
import { ConnectorError } from "./connector-error.ts";

/** Bot Framework: Authenticate requests from your bot to the Bot Connector service. */
export function authenticateBot(simulation: Simulation) {
  return createMiddleware<ServiceEnvironment>(async (c, next) => {
    const token = /^Bearer (.+)$/i.exec(
      c.req.header("authorization") ?? "",
    )?.[1];
    if (!(await isBotToken(simulation, token ?? ""))) {
      throw new ConnectorError(
        401,
        "Unauthorized",
        "Authorization has been denied for this request.",
      );
    }
    await next();
  });
}

async function isBotToken(
  simulation: Simulation,
  token: string,
): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(
      token,
      simulation.keys.entra.publicJwk,
      {
        audience: connectorAudience,
        algorithms: ["RS256"],
        currentDate: simulation.clock.now(),
      },
    );
    return payload["appid"] === simulation.app.botId;
  } catch {
    return false;
  }
}
