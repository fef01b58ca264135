import { InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import { entraTrouble } from "../health/entra-trouble.ts";
import type { TroubleCode } from "../health/troubles.ts";
import { EntraUnreachable, NoToken } from "./no-token.ts";

/** MSAL's own word, without asking Entra, that the cache holds no refresh token, or one that has run out. */
const wordedByMsal = new Map<string, TroubleCode>([
  ["no_tokens_found", "signInNeeded"],
  ["refresh_token_expired", "signInExpired"],
]);

/** Reads what MSAL throws: a refusal of Entra's, or that there was no answer to be had. */
export function readEntraError(error: unknown): NoToken | EntraUnreachable {
  if (error instanceof NoToken || error instanceof EntraUnreachable)
    return error;
  const isRefusal =
    error instanceof ServerError ||
    error instanceof InteractionRequiredAuthError;
  if (!isRefusal) return new EntraUnreachable(error);
  const own = wordedByMsal.get(error.errorCode);
  if (own) return new NoToken(own, error);
  const number = Number(error.errorNo);
  const trouble = entraTrouble({
    error: error.errorCode,
    suberror: error.subError || null,
    number: Number.isFinite(number) && number > 0 ? number : null,
  });
  return trouble === "unreachable"
    ? new EntraUnreachable(error)
    : new NoToken(trouble, error);
}
