import type { Simulation } from "../simulation.ts";
import { authenticateClient, type Client } from "./authenticate-client.ts";
import { entraErrorResponse } from "./entra-error.ts";
import { redeemAssertion } from "./redeem-assertion.ts";
import { redeemCode } from "./redeem-code.ts";
import { redeemRefreshToken } from "./redeem-refresh-token.ts";
import {
  refuse,
  tokenFormSchema,
  type TokenForm,
  type TokenResult,
} from "./token-exchange.ts";
import {
  appOnlyToken,
  connectorAudience,
  graphAudience,
  tokenLifetimeSeconds,
} from "./tokens.ts";

/** `POST /{tenant}/oauth2/v2.0/token`. Entra: Microsoft identity platform and OAuth 2.0. */
export async function answerTokenRequest(
  simulation: Simulation,
  request: { form: Record<string, unknown>; authorization: string | undefined },
): Promise<Response> {
  const form = tokenFormSchema.parse(request.form);
  const result = await exchange(simulation, {
    ...form,
    ...basicCredentials(request.authorization),
  });
  if (!result.ok) {
    return entraErrorResponse(result.refusal, simulation.clock.now());
  }
  return Response.json(result.body, {
    headers: { "Cache-Control": "no-store", Pragma: "no-cache" },
  });
}

async function exchange(
  simulation: Simulation,
  form: TokenForm,
): Promise<TokenResult> {
  const authenticated = await authenticateClient(simulation, form);
  if (!authenticated.ok) return authenticated;
  switch (form.grant_type) {
    case "client_credentials":
      return clientCredentials(simulation, authenticated.client, form);
    case "authorization_code":
      return redeemCode(simulation, form);
    case "refresh_token":
      return redeemRefreshToken(simulation, form);
    case "urn:ietf:params:oauth:grant-type:jwt-bearer":
      return redeemAssertion(simulation, authenticated.client, form);
    default:
      return refuse({
        status: 400,
        error: "unsupported_grant_type",
        number: 70003,
        message: `The app requested an unsupported grant type '${form.grant_type ?? ""}'.`,
      });
  }
}

/** Entra: OAuth 2.0 client credentials flow; the scope is a resource followed by /.default. */
async function clientCredentials(
  simulation: Simulation,
  client: Client,
  form: TokenForm,
): Promise<TokenResult> {
  const resource = /^(.*?)\/+\.default$/.exec(form.scope)?.[1];
  const isConnector = client.isBot && resource === connectorAudience;
  const isGraph = !client.isBot && resource === graphAudience;
  if (!isConnector && !isGraph) {
    return refuse({
      status: 400,
      error: "invalid_scope",
      number: resource === undefined ? 1002012 : 500011,
      message:
        resource === undefined
          ? `The provided value for scope ${form.scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`
          : `The resource principal named ${resource} was not found in the tenant.`,
    });
  }
  const lifetimeSeconds = isConnector
    ? tokenLifetimeSeconds
    : simulation.settings.current().accessTokenSeconds;
  const access_token = await appOnlyToken(simulation, {
    audience: isConnector ? connectorAudience : graphAudience,
    clientId: client.id,
    lifetimeSeconds,
    roles: isConnector ? [] : simulation.app.applicationPermissions,
  });
  return {
    ok: true,
    body: {
      token_type: "Bearer",
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token,
    },
  };
}

function basicCredentials(
  authorization: string | undefined,
): Pick<TokenForm, "client_id" | "client_secret"> {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? "")?.[1];
  if (!encoded) return {};
  const [id = "", secret = ""] = Buffer.from(encoded, "base64")
    .toString("utf8")
    .split(":")
    .map(decodeURIComponent);
  return { client_id: id, client_secret: secret };
}
