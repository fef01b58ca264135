import {
  audienceSettingsSchema,
  mailingListsSchema,
  type AudienceSettingsView,
  type MailingLists,
  type WantedAudienceSettings,
  type WantedMailingList,
} from "../../../bot/contract/audiences.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";

const readLists = parserOf(mailingListsSchema);
const readSettings = parserOf(audienceSettingsSchema);
const path = "/api/mailing-lists";

/** The mailing lists that admins named, for leads and admins. */
export function loadMailingLists(
  api: Api,
  signal: AbortSignal,
): Promise<MailingLists> {
  return api.request({ path, signal, read: readLists });
}

export function nameMailingList(
  api: Api,
  body: WantedMailingList,
): Promise<MailingLists> {
  return api.request({
    method: "POST",
    path,
    body,
    idempotencyKey: crypto.randomUUID(),
    read: readLists,
  });
}

export function changeMailingList(
  api: Api,
  given: { id: string; version: number; body: WantedMailingList },
): Promise<MailingLists> {
  return api.request({
    method: "PUT",
    path: `${path}/${given.id}`,
    body: given.body,
    ifMatch: given.version,
    idempotencyKey: crypto.randomUUID(),
    read: readLists,
  });
}

export function removeMailingList(api: Api, id: string): Promise<MailingLists> {
  return api.request({
    method: "DELETE",
    path: `${path}/${id}`,
    idempotencyKey: crypto.randomUUID(),
    read: readLists,
  });
}

export function loadAudienceSettings(
  api: Api,
  signal: AbortSignal,
): Promise<AudienceSettingsView> {
  return api.request({
    path: "/api/audience-settings",
    signal,
    read: readSettings,
  });
}

export function changeAudienceSettings(
  api: Api,
  given: { version: number; body: WantedAudienceSettings },
): Promise<AudienceSettingsView> {
  return api.request({
    method: "PUT",
    path: "/api/audience-settings",
    body: given.body,
    ifMatch: given.version,
    idempotencyKey: crypto.randomUUID(),
    read: readSettings,
  });
}
