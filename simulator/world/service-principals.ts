import { knownApplicationPermissions } from "../login/application-permissions.ts";
import { deterministicGuid } from "../seed/deterministic-guid.ts";
import type { AppRegistration } from "./app-registration.ts";

/** An application as the organization's directory knows it (Entra: enterprise application). */
export interface ServicePrincipal {
  /** The object id in this organization; the app id is the same everywhere. */
  id: string;
  appId: string;
  displayName: string;
  /** The application permissions that it defines, where it is an API. */
  appRoles: { id: string; value: string; displayName: string }[];
}

/** Microsoft Graph permissions reference: the same in every organization and cloud. */
const graphAppId = "00000003-0000-0000-c000-000000000000";

export function graphPrincipal(): ServicePrincipal {
  return {
    id: deterministicGuid("service-principal:graph"),
    appId: graphAppId,
    displayName: "Microsoft Graph",
    appRoles: knownApplicationPermissions.map(({ id, name, title }) => ({
      id,
      value: name,
      displayName: title,
    })),
  };
}

/** The one that holds the product's permissions. */
export function productPrincipal(app: AppRegistration): ServicePrincipal {
  return {
    id: deterministicGuid("service-principal:app"),
    appId: app.clientId,
    displayName: app.name,
    appRoles: [],
  };
}

/** All that can be looked up. */
export function servicePrincipals(app: AppRegistration): ServicePrincipal[] {
  const bot: ServicePrincipal = {
    id: deterministicGuid("service-principal:bot"),
    appId: app.botId,
    displayName: `${app.name} bot`,
    appRoles: [],
  };
  return [productPrincipal(app), bot, graphPrincipal()];
}
