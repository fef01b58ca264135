import {
  adminConsentLinkSchema,
  connectTicketSchema,
  itDetailsSchema,
  serviceAccountViewSchema,
  type AdminConsentLink,
  type AttendanceAccess,
  type ConnectTicket,
  type ItDetails,
  type ServiceAccountView,
} from "../../../bot/contract/accounts.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";

const readAccount = parserOf(serviceAccountViewSchema);

export function loadAccount(
  api: Api,
  signal?: AbortSignal,
): Promise<ServiceAccountView> {
  const request = { path: "/api/accounts", read: readAccount };
  return api.request(signal ? { ...request, signal } : request);
}

export function loadItDetails(
  api: Api,
  signal: AbortSignal,
): Promise<ItDetails> {
  return api.request({
    path: "/api/accounts/it-details",
    signal,
    read: parserOf(itDetailsSchema),
  });
}

export function startConnecting(api: Api): Promise<ConnectTicket> {
  return api.request({
    method: "POST",
    path: "/api/accounts/connect",
    idempotencyKey: crypto.randomUUID(),
    read: parserOf(connectTicketSchema),
  });
}

export function makeAdminConsentLink(api: Api): Promise<AdminConsentLink> {
  return api.request({
    method: "POST",
    path: "/api/accounts/admin-consent",
    idempotencyKey: crypto.randomUUID(),
    read: parserOf(adminConsentLinkSchema),
  });
}

export function confirmSignIn(
  api: Api,
  id: string,
): Promise<ServiceAccountView> {
  return change(api, "POST", `/api/accounts/sign-ins/${id}/confirm`);
}

export function discardSignIn(
  api: Api,
  id: string,
): Promise<ServiceAccountView> {
  return change(api, "DELETE", `/api/accounts/sign-ins/${id}`);
}

export function checkNow(api: Api): Promise<ServiceAccountView> {
  return change(api, "POST", "/api/accounts/check");
}

export function disconnect(api: Api, id: string): Promise<ServiceAccountView> {
  return change(api, "DELETE", `/api/accounts/${id}`);
}

export function chooseAttendanceAccess(
  api: Api,
  access: AttendanceAccess,
): Promise<ServiceAccountView> {
  return api.request({
    method: "PUT",
    path: "/api/accounts/attendance",
    body: { access },
    idempotencyKey: crypto.randomUUID(),
    read: readAccount,
  });
}

/** A change that answers the account as it is then. */
function change(
  api: Api,
  method: "POST" | "DELETE",
  path: string,
): Promise<ServiceAccountView> {
  const idempotencyKey = crypto.randomUUID();
  return api.request({ method, path, idempotencyKey, read: readAccount });
}
