import { useRef, useState } from "react";
import type {
  GroupChange,
  GroupSummary,
} from "../../../../bot/contract/groups.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { useMe } from "../use-me.ts";
import { changed } from "./changed-group.ts";
import { changeGroup } from "./group-requests.ts";

/**
 * A group as the reader has just chosen it to be: shown at once, stored one change after the other, and taken back with the
 * reason where it was not stored.
 */
export function useGroupChange(group: GroupSummary): {
  shown: GroupSummary;
  /** Why the last change that failed was not stored; null once another is chosen. */
  failure: string | null;
  change: (wanted: GroupChange) => void;
} {
  const api = useApi();
  const { replaceGroup } = useMe();
  const [pending, setPending] = useState<GroupChange[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const queue = useRef(Promise.resolve());

  async function store(wanted: GroupChange): Promise<void> {
    try {
      replaceGroup(await changeGroup(api, { id: group.id, change: wanted }));
    } catch (error) {
      setFailure(asApiError(error).message);
    }
    setPending((all) => all.filter((one) => one !== wanted));
  }

  return {
    shown: pending.reduce(changed, group),
    failure,
    change: (wanted) => {
      setFailure(null);
      setPending((all) => [...all, wanted]);
      queue.current = queue.current.then(() => store(wanted));
    },
  };
}
