import { randomBytes } from "node:crypto";
import type { Simulation } from "../simulation.ts";

/** A refresh token. Entra hands out a new one at each use and leaves the old one valid. */
export interface IssuedRefreshToken {
  personId: string;
  scopes: string[];
  issuedAt: string;
  expiresAt: string;
  /** Counts up: which came before a revocation, even within one instant. */
  number?: number;
  /** When somebody last signed in for it; refreshing carries this on. */
  signedInAt?: string;
  hasMfa?: boolean;
  isUsed?: boolean;
}

/** Up to which number the refresh tokens of somebody are void, and why. */
interface TokenEnds {
  revoked: number;
  expired: number;
}

/** Entra: refresh tokens of confidential clients live 90 days. */
const lifetimeMs = 90 * 24 * 60 * 60 * 1000;

export const refreshTokensOf = (simulation: Simulation) =>
  simulation.store.table<IssuedRefreshToken>("refreshTokens");

const endsOf = (simulation: Simulation) =>
  simulation.store.table<TokenEnds>("refreshTokenEnds");

export function issueRefreshToken(
  simulation: Simulation,
  of: Pick<IssuedRefreshToken, "personId" | "scopes"> & {
    signedInAt: string;
    hasMfa: boolean;
  },
): string {
  const token = `1.${randomBytes(48).toString("base64url")}`;
  const tokens = refreshTokensOf(simulation);
  const now = simulation.clock.now();
  tokens.put(token, {
    ...of,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lifetimeMs).toISOString(),
    number: tokens.size + 1,
  });
  return token;
}

/** Entra: user: revokeSignInSessions. Refresh tokens from before are void. */
export function revokeSessions(simulation: Simulation, personId: string): void {
  endTokens(simulation, personId, "revoked");
}

/** As if the refresh tokens had not been used for 90 days. */
export function expireRefreshTokens(
  simulation: Simulation,
  personId: string,
): void {
  endTokens(simulation, personId, "expired");
}

export function isRevoked(
  simulation: Simulation,
  token: IssuedRefreshToken,
): boolean {
  const ends = endsOf(simulation).get(token.personId);
  return (token.number ?? 0) <= (ends?.revoked ?? -1);
}

export function isExpired(
  simulation: Simulation,
  token: IssuedRefreshToken,
): boolean {
  const ends = endsOf(simulation).get(token.personId);
  return (
    (token.number ?? 0) <= (ends?.expired ?? -1) ||
    token.expiresAt <= simulation.clock.now().toISOString()
  );
}

function endTokens(
  simulation: Simulation,
  personId: string,
  how: keyof TokenEnds,
): void {
  const ends = endsOf(simulation);
  const before = ends.get(personId) ?? { revoked: -1, expired: -1 };
  ends.put(personId, { ...before, [how]: refreshTokensOf(simulation).size });
}
