import {
  connectTicketSchema,
  serviceAccountViewSchema,
  type ConnectTicket,
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

export function startConnecting(api: Api): Promise<ConnectTicket> {
  return api.request({
    method: "POST",
    path: "/api/accounts/connect",
    idempotencyKey: crypto.randomUUID(),
    read: parserOf(connectTicketSchema),
  });
}

export function disconnect(api: Api): Promise<void> {
  return api.request({
    method: "DELETE",
    path: "/api/accounts",
    idempotencyKey: crypto.randomUUID(),
    read: () => undefined,
  });
}
