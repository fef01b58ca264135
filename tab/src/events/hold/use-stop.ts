import { useState } from "react";
import type { EventDetail, Stopped } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { createRepeatKey } from "../../api-client/repeat-key.ts";
import { stopHeld } from "../event-requests.ts";

/** Stops what waits of an event; pressed again after a lost answer it is the same request. */
export function useStop(
  { id, version }: EventDetail,
  onStopped: (stopped: Stopped) => void,
) {
  const api = useApi();
  const [stopping, setStopping] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [keyFor] = useState(() => createRepeatKey(() => crypto.randomUUID()));
  async function stop(): Promise<void> {
    if (stopping) return;
    setStopping(true);
    setFailure(null);
    try {
      const idempotencyKey = keyFor({ id, version });
      onStopped(await stopHeld(api, { id, version, idempotencyKey }));
    } catch (error) {
      setFailure(asApiError(error).message);
    }
    setStopping(false);
  }
  return { stop, stopping, failure };
}
