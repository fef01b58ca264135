import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import { disabledApp } from "./authenticate-client.ts";
import { parseScopes } from "./scopes.ts";

/** A valid request to the authorization endpoint. */
export interface AuthorizeRequest {
  /** The query as it came, carried from page to page. */
  query: string;
  redirectUri: string;
  scopes: string[];
  state: string | null;
  nonce: string | null;
  prompt: string | null;
  loginHint: string | null;
  codeChallenge: string | null;
}

export type ParsedAuthorizeRequest =
  | { kind: "valid"; request: AuthorizeRequest }
  /** Told to the person: the redirect address cannot be trusted. */
  | { kind: "page"; number: number; message: string }
  /** Told to the app. */
  | { kind: "redirect"; location: string };

const parametersSchema = z.object({
  client_id: z.string().default(""),
  redirect_uri: z.string().default(""),
  response_type: z.string().default(""),
  response_mode: z.string().default("query"),
  scope: z.string().default(""),
  state: z.string().optional(),
  nonce: z.string().optional(),
  prompt: z.string().optional(),
  login_hint: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
});
type Parameters = z.infer<typeof parametersSchema>;

/** Entra: OAuth 2.0 authorization code flow, request an authorization code. */
export function parseAuthorizeRequest(
  simulation: Simulation,
  query: string,
): ParsedAuthorizeRequest {
  const parameters = parametersSchema.parse(
    Object.fromEntries(new URLSearchParams(query)),
  );
  const { app, directory } = simulation;
  if (parameters.client_id !== app.clientId) {
    return {
      kind: "page",
      number: 700016,
      message: `Application with identifier '${parameters.client_id}' was not found in the directory '${directory.tenant.name}'.`,
    };
  }
  if (!simulation.settings.current().appEnabled) {
    return { kind: "page", ...disabledApp(app) };
  }
  if (!app.redirectUris.includes(parameters.redirect_uri)) {
    return {
      kind: "page",
      number: 50011,
      message: `The redirect URI '${parameters.redirect_uri}' specified in the request does not match the redirect URIs configured for the application '${app.clientId}'.`,
    };
  }
  return parseTrusted(simulation, query, parameters);
}

function parseTrusted(
  simulation: Simulation,
  query: string,
  parameters: Parameters,
): ParsedAuthorizeRequest {
  const refuse = (error: string, description: string) => ({
    kind: "redirect" as const,
    location: answerLocation(
      { redirectUri: parameters.redirect_uri, state: parameters.state ?? null },
      { error, error_description: description },
    ),
  });
  const scopes = parseScopes(parameters.scope);
  if (parameters.response_type !== "code") {
    return refuse(
      "unsupported_response_type",
      `AADSTS700054: response_type '${parameters.response_type}' is not enabled for the application.`,
    );
  }
  if (parameters.response_mode !== "query") {
    return refuse(
      "invalid_request",
      "The simulator implements response_mode=query only.",
    );
  }
  if (!scopes.ok) {
    return refuse(
      "invalid_client",
      `AADSTS650053: The application '${simulation.app.name}' asked for scope '${scopes.unknown}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.`,
    );
  }
  const isPkceRequired = simulation.settings.current().pkceRequired;
  const isS256 = parameters.code_challenge_method === "S256";
  if (parameters.code_challenge ? !isS256 : isPkceRequired) {
    return refuse(
      "invalid_request",
      "AADSTS9002325: Proof Key for Code Exchange is required: send code_challenge and code_challenge_method=S256.",
    );
  }
  if (parameters.prompt === "none") {
    return refuse(
      "login_required",
      "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
    );
  }
  return {
    kind: "valid",
    request: {
      query,
      redirectUri: parameters.redirect_uri,
      scopes: scopes.scopes,
      state: parameters.state ?? null,
      nonce: parameters.nonce ?? null,
      prompt: parameters.prompt ?? null,
      loginHint: parameters.login_hint ?? null,
      codeChallenge: parameters.code_challenge ?? null,
    },
  };
}

/** Where the browser goes with an answer for the app. */
export function answerLocation(
  request: Pick<AuthorizeRequest, "redirectUri" | "state">,
  answer: Record<string, string>,
): string {
  const location = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    location.searchParams.set(name, value);
  }
  if (request.state !== null) location.searchParams.set("state", request.state);
  return location.href;
}
