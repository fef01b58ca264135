import {
  groupSummarySchema,
  type GroupChange,
  type GroupSummary,
} from "../../../bot/contract/groups.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";

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
