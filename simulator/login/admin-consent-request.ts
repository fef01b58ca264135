import { z } from "zod";
import type { Simulation } from "../simulation.ts";
import { disabledApp } from "./authenticate-client.ts";
import { graphAudience } from "./tokens.ts";
import { parseScopes } from "./scopes.ts";

/** A valid request to the admin consent endpoint. */
export interface AdminConsentRequest {
  /** The query as it came, carried from page to page. */
  query: string;
  redirectUri: string;
  state: string | null;
  /** Delegated permissions, for everybody. */
  scopes: string[];
  /** Asked for by `.default` alone. */
  applicationPermissions: string[];
  /** As the answer names what was granted. */
  grantedScope: string;
}

export type ParsedAdminConsentRequest =
  | { kind: "valid"; request: AdminConsentRequest }
  /** Told to the person. */
  | { kind: "page"; number: number; message: string };

const parametersSchema = z.object({
  client_id: z.string().default(""),
  redirect_uri: z.string().default(""),
  scope: z.string().default(""),
  state: z.string().optional(),
});

const defaultScopes = [
  `${graphAudience}/.default`,
  `${graphAudience}//.default`,
  ".default",
];

/**
 * Entra: Admin consent on the Microsoft identity platform. `.default` means every permission that
 * the registration lists, for users and for the app itself; named scopes are delegated ones.
 * Everything that is wrong is told on a page: the documentation knows of no redirect for it.
 */
export function parseAdminConsentRequest(
  simulation: Simulation,
  query: string,
): ParsedAdminConsentRequest {
  const { app, directory } = simulation;
  const parameters = parametersSchema.parse(
    Object.fromEntries(new URLSearchParams(query)),
  );
  if (parameters.client_id !== app.clientId) {
    return refuse(
      700016,
      `Application with identifier '${parameters.client_id}' was not found in the directory '${directory.tenant.name}'.`,
    );
  }
  if (!simulation.settings.current().appEnabled) {
    return { kind: "page", ...disabledApp(app) };
  }
  if (parameters.redirect_uri === "") {
    return refuse(900971, "No reply address provided.");
  }
  if (!app.redirectUris.includes(parameters.redirect_uri)) {
    return refuse(
      50011,
      `The redirect URI '${parameters.redirect_uri}' specified in the request does not match the redirect URIs configured for the application '${app.clientId}'.`,
    );
  }
  const asked = readScope(simulation, parameters.scope);
  if (asked.kind === "page") return asked;
  return {
    kind: "valid",
    request: {
      query,
      redirectUri: parameters.redirect_uri,
      state: parameters.state ?? null,
      ...asked,
    },
  };
}

type Asked = Pick<
  AdminConsentRequest,
  "scopes" | "applicationPermissions" | "grantedScope"
>;

function readScope(
  simulation: Simulation,
  scope: string,
):
  | ({ kind: "asked" } & Asked)
  | { kind: "page"; number: number; message: string } {
  const items = scope.split(" ").filter(Boolean);
  if (items.length === 0) {
    return refuse(
      900144,
      "The request body must contain the following parameter: 'scope'.",
    );
  }
  const named = items.filter((item) => !defaultScopes.includes(item));
  const parsed = parseScopes(named.join(" "));
  if (!parsed.ok) {
    return refuse(
      650053,
      `The application '${simulation.app.name}' asked for scope '${parsed.unknown}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.`,
    );
  }
  if (named.length === items.length) {
    return {
      kind: "asked",
      scopes: parsed.scopes,
      applicationPermissions: [],
      grantedScope: parsed.scopes.map(qualified).join(" "),
    };
  }
  if (parsed.scopes.some((name) => name !== "offline_access")) {
    return refuse(
      70011,
      "The provided value for the input parameter 'scope' is not valid. The scope .default cannot be combined with resource-specific scopes.",
    );
  }
  const scopes = [...simulation.app.requestedDelegatedPermissions];
  return {
    kind: "asked",
    scopes,
    applicationPermissions: simulation.app.requestedApplicationPermissions,
    grantedScope: [...scopes, ".default"].map(qualified).join(" "),
  };
}

function qualified(name: string): string {
  return name === "offline_access" ? name : `${graphAudience}/${name}`;
}

function refuse(number: number, message: string) {
  return { kind: "page" as const, number, message };
}
