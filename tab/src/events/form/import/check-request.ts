import {
  checkedAudienceSchema,
  type AudienceCheck,
  type CheckedAudience,
} from "../../../../../bot/contract/audience-check.ts";
import type { Api } from "../../../api-client/api.ts";
import { parserOf } from "../../../api-client/parser-of.ts";
import type { SettledDraft } from "../event-draft.ts";

const readChecked = parserOf(checkedAudienceSchema);

/** Asks what would become of addresses in this form; nothing is stored. */
export function checkAddresses(
  api: Api,
  given: {
    draft: SettledDraft;
    eventId: string | null;
    addresses: string[];
    signal: AbortSignal;
  },
): Promise<CheckedAudience> {
  const { draft, eventId, addresses, signal } = given;
  const body: AudienceCheck = {
    groupId: draft.groupId,
    eventId,
    audience: {
      group: draft.wholeGroup,
      coHosts: draft.coHosts,
      addresses: draft.addresses,
    },
    addresses,
  };
  const path = "/api/audience/check";
  return api.request({ method: "POST", path, body, signal, read: readChecked });
}
