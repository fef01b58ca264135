import type { Simulation } from "../simulation.ts";
import type { AppRegistration } from "../world/app-registration.ts";
import { clientAssertionRefusal } from "./client-assertion.ts";
import type { EntraRefusal } from "./entra-error.ts";
import type { TokenForm } from "./token-exchange.ts";

export interface Client {
  id: string;
  isBot: boolean;
}

export type AuthenticatedClient =
  { ok: true; client: Client } | { ok: false; refusal: EntraRefusal };

/**
 * Entra: who asks for a token, by its secret or by an assertion that it has signed with its
 * certificate. The app and its bot are registrations of their own; the bot has no certificate.
 */
export async function authenticateClient(
  simulation: Simulation,
  form: TokenForm,
): Promise<AuthenticatedClient> {
  const { clientId, botId, botPassword, clientSecret } = simulation.app;
  const settings = simulation.settings.current();
  if (form.client_id === botId) {
    return form.client_secret === botPassword
      ? { ok: true, client: { id: botId, isBot: true } }
      : refuseSecret(form);
  }
  if (form.client_id !== clientId) {
    return refuse({
      status: 400,
      error: "unauthorized_client",
      number: 700016,
      message: `Application with identifier '${form.client_id ?? ""}' was not found in the directory '${simulation.directory.tenant.name}'.`,
    });
  }
  if (!settings.appEnabled) {
    return refuse({
      status: 400,
      error: "unauthorized_client",
      ...disabledApp(simulation.app),
    });
  }
  if (form.client_assertion !== undefined) {
    const refusal = await clientAssertionRefusal(simulation, form);
    return refusal
      ? refuse(refusal)
      : { ok: true, client: { id: clientId, isBot: false } };
  }
  if (
    form.client_secret !== clientSecret ||
    settings.clientSecret === "wrong"
  ) {
    return refuseSecret(form);
  }
  if (settings.clientSecret === "expired") {
    return refuse({
      status: 401,
      error: "invalid_client",
      number: 7000222,
      message: `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    });
  }
  return { ok: true, client: { id: clientId, isBot: false } };
}

function refuseSecret(form: TokenForm): AuthenticatedClient {
  return refuse(
    form.client_secret
      ? {
          status: 401,
          error: "invalid_client",
          number: 7000215,
          message: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${form.client_id ?? ""}'.`,
        }
      : {
          status: 401,
          error: "invalid_client",
          number: 7000218,
          message:
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        },
  );
}

function refuse(refusal: EntraRefusal): AuthenticatedClient {
  return { ok: false, refusal };
}

/** Entra: authentication and authorization error codes, AADSTS7000112. */
export function disabledApp(app: AppRegistration): {
  number: number;
  message: string;
} {
  return {
    number: 7000112,
    message: `Application '${app.clientId}'(${app.name}) is disabled.`,
  };
}
