import { lifetime, sign, type TokenOverrides } from "../login/tokens.ts";
import type { Simulation } from "../simulation.ts";
import { connectorIssuer } from "./openid-metadata.ts";

interface CachedToken {
  token: string;
  serviceUrl: string;
  issuedAtMs: number;
}

/** The Connector, too, uses one token for many activities. */
const usedForMs = 10 * 60 * 1000;
const cached = new WeakMap<Simulation, CachedToken>();

/** Bot Framework: Authentication with the Bot Connector API, requests from the Connector to a bot. */
export async function activityToken(simulation: Simulation): Promise<string> {
  const serviceUrl = simulation.addresses.connectorUrl;
  const nowMs = simulation.clock.now().getTime();
  const found = cached.get(simulation);
  const ageMs = nowMs - (found?.issuedAtMs ?? 0);
  const isFresh = ageMs >= 0 && ageMs < usedForMs;
  if (found && isFresh && found.serviceUrl === serviceUrl) return found.token;
  const token = await bentActivityToken(simulation, {});
  cached.set(simulation, { token, serviceUrl, issuedAtMs: nowMs });
  return token;
}

/** A token that is wrong in some way. */
export function bentActivityToken(
  simulation: Simulation,
  overrides: TokenOverrides,
): Promise<string> {
  const { app, addresses, keys, clock } = simulation;
  const claims: Record<string, unknown> = {
    iss: connectorIssuer,
    aud: app.botId,
    ...lifetime(overrides.issuedAt ?? clock.now()),
    serviceurl: addresses.connectorUrl,
    ...overrides.claims,
  };
  for (const name of overrides.without ?? []) delete claims[name];
  return sign(keys[overrides.key ?? "botFramework"], claims);
}
