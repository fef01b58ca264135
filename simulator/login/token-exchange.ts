import { z } from "zod";
import type { EntraRefusal } from "./entra-error.ts";

export type TokenResult =
  | { ok: true; body: Record<string, unknown> }
  | { ok: false; refusal: EntraRefusal };

/** The fields of a token request, of all grant types. */
export const tokenFormSchema = z.object({
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  /** Entra: Certificate credentials. */
  client_assertion: z.string().optional(),
  client_assertion_type: z.string().optional(),
  grant_type: z.string().optional(),
  scope: z.string().default(""),
  code: z.string().default(""),
  code_verifier: z.string().default(""),
  redirect_uri: z.string().default(""),
  refresh_token: z.string().default(""),
  /** On-behalf-of flow: the token that the app was called with. */
  assertion: z.string().default(""),
  requested_token_use: z.string().default(""),
  client_info: z.string().optional(),
});
export type TokenForm = z.infer<typeof tokenFormSchema>;

export function refuse(refusal: EntraRefusal): TokenResult {
  return { ok: false, refusal };
}
