import {
  foundMembersSchema,
  groupLeadsSchema,
  groupSummarySchema,
  type FoundMembers,
  type GroupChange,
  type GroupLeads,
  type GroupRole,
  type GroupSummary,
} from "../../../../bot/contract/groups.ts";
import type { Api } from "../../api-client/api.ts";
import { parserOf } from "../../api-client/parser-of.ts";

export function changeGroup(
  api: Api,
  { id, change }: { id: string; change: GroupChange },
): Promise<GroupSummary> {
  return api.request({
    method: "PUT",
    path: `/api/groups/${id}`,
    body: change,
    idempotencyKey: crypto.randomUUID(),
    read: parserOf(groupSummarySchema),
  });
}

export function loadLeads(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<GroupLeads> {
  return api.request({
    path: `/api/groups/${id}/leads`,
    signal,
    read: parserOf(groupLeadsSchema),
  });
}

export function findMembers(
  api: Api,
  given: { id: string; search: string; signal: AbortSignal },
): Promise<FoundMembers> {
  return api.request({
    path: `/api/groups/${given.id}/members?search=${encodeURIComponent(given.search)}`,
    signal: given.signal,
    read: parserOf(foundMembersSchema),
  });
}

export function appoint(
  api: Api,
  given: { id: string; objectId: string; role: GroupRole },
): Promise<GroupLeads> {
  return api.request({
    method: "PUT",
    path: `/api/groups/${given.id}/roles/${encodeURIComponent(given.objectId)}`,
    body: { role: given.role },
    read: parserOf(groupLeadsSchema),
  });
}
