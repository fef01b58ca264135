import type { HonoRequest } from "hono";
import { createMiddleware } from "hono/factory";
import { setTimeout as wait } from "node:timers/promises";
import type { Simulation } from "../simulation.ts";
import type { ServiceName } from "./exchange.ts";
import type { FaultEffect } from "./fault.ts";
import { noReplyHeader } from "./record-exchanges.ts";
import type { ServiceEnvironment } from "./service-environment.ts";

/** Lets tests stop at a request, and faults strike before or after its effect. */
export function strikeFaults<E extends ServiceEnvironment>(
  simulation: Simulation,
  serviceOf: (path: string) => ServiceName,
) {
  return createMiddleware<E>(async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    const service = serviceOf(pathname);
    const request = { service, method: c.req.method, path: pathname + search };
    const body = await bodyOf(c.req);
    await simulation.intercept({ point: "received", ...request, body });
    const effects = simulation.faults.strike(request);
    for (const effect of effects) {
      if (effect.kind === "latency") await wait(effect.ms);
    }
    const before = effects.find((effect) => strikes(effect, "before"));
    if (before) return fail(c.env, service, before);
    const late = effects.find((effect) => effect.kind === "late");
    const lost = late && loseConnection(c.env);
    if (late) await wait(late.ms);
    await next();
    await simulation.intercept({ point: "effectDone", ...request, body });
    const after = effects.find((effect) => strikes(effect, "after"));
    if (after) c.res = fail(c.env, service, after);
    if (lost) c.res = lost;
    return undefined;
  });
}

function strikes(effect: FaultEffect, when: "before" | "after"): boolean {
  const isFailure = effect.kind === "status" || effect.kind === "reset";
  return isFailure && effect.when === when;
}

async function bodyOf(request: HonoRequest): Promise<unknown> {
  const text = await request.text();
  if (!request.header("content-type")?.includes("json")) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function fail(
  bindings: ServiceEnvironment["Bindings"],
  service: ServiceName,
  effect: FaultEffect,
): Response {
  if (effect.kind === "status") {
    const headers: Record<string, string> =
      effect.retryAfterSeconds === undefined
        ? {}
        : { "Retry-After": String(effect.retryAfterSeconds) };
    return Response.json(errorBody(service, effect.status), {
      status: effect.status,
      headers,
    });
  }
  return loseConnection(bindings);
}

function loseConnection(bindings: ServiceEnvironment["Bindings"]): Response {
  bindings.incoming?.socket.destroy();
  return new Response(null, { headers: { [noReplyHeader]: "true" } });
}

function errorBody(service: ServiceName, status: number): unknown {
  const message = "This failure was asked for in the simulator.";
  if (service === "entra") {
    return { error: "temporarily_unavailable", error_description: message };
  }
  const codes = service === "connector" ? connectorCodes : graphCodes;
  return { error: { code: codes[status] ?? "UnknownError", message } };
}

/** Teams: Messages in bot conversations, status codes from bot conversational APIs. */
const connectorCodes: Record<number, string> = {
  401: "BotNotRegistered",
  403: "BotNotInConversationRoster",
  404: "ConversationNotFound",
  412: "PreconditionFailed",
  413: "MessageSizeTooBig",
  429: "Throttled",
  500: "ServiceError",
  502: "ServiceError",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};

/** Graph: Microsoft Graph error responses and resource types. */
const graphCodes: Record<number, string> = {
  401: "InvalidAuthenticationToken",
  403: "ErrorAccessDenied",
  404: "ErrorItemNotFound",
  409: "ErrorIrresolvableConflict",
  412: "ErrorIrresolvableConflict",
  429: "ApplicationThrottled",
  500: "ErrorInternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};
