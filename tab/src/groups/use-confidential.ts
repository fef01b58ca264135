import { useState } from "react";
import type { GroupSummary } from "../../../bot/contract/groups.ts";
import { useApi } from "../api-client/api.ts";
import { asApiError } from "../api-client/api-error.ts";
import { changeGroup } from "./change-group.ts";
import { useMe } from "./use-me.ts";

/** Whether a group is confidential: shown as chosen at once, taken back with the reason when it was not stored. */
export function useConfidential(group: GroupSummary): {
  confidential: boolean;
  failure: string | null;
  choose: (confidential: boolean) => void;
} {
  const api = useApi();
  const { replaceGroup } = useMe();
  const [pending, setPending] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function choose(confidential: boolean): Promise<void> {
    if (pending !== null) return;
    setPending(confidential);
    setFailure(null);
    try {
      const change = { confidential };
      replaceGroup(await changeGroup(api, { id: group.id, change }));
    } catch (error) {
      const kept = group.confidential ? "confidential" : "not confidential";
      setFailure(
        `This was not saved. ${asApiError(error).message} ${group.name} is still ${kept}.`,
      );
    }
    setPending(null);
  }

  return {
    confidential: pending ?? group.confidential,
    failure,
    choose: (confidential) => void choose(confidential),
  };
}
