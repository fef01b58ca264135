/** Renew this long before the token ends, so that it does not end on the way. */
const marginMs = 60_000;

/** The end of a JSON web token by its `exp` claim; null when the token cannot be read. */
export function tokenEndsAtMs(token: string): number | null {
  const payload = token.split(".")[1];
  if (payload === undefined) return null;
  try {
    const json = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
    const claims: unknown = JSON.parse(json);
    if (typeof claims !== "object" || claims === null) return null;
    return "exp" in claims && typeof claims.exp === "number"
      ? claims.exp * 1000
      : null;
  } catch {
    return null;
  }
}

export type SsoToken = (options?: { renew: boolean }) => Promise<string>;

/**
 * Keeps the SSO token of the Teams client until shortly before it ends and asks once when several requests need one.
 * A token whose end cannot be read is used once.
 */
export function createSsoToken(deps: {
  getAuthToken: () => Promise<string>;
  nowMs: () => number;
}): SsoToken {
  let kept: { token: string; endsAtMs: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const token = await deps.getAuthToken();
    kept = { token, endsAtMs: tokenEndsAtMs(token) ?? 0 };
    return token;
  }

  return async ({ renew } = { renew: false }) => {
    const fresh = kept && kept.endsAtMs - marginMs > deps.nowMs();
    if (kept && fresh && !renew) return kept.token;
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };
}
