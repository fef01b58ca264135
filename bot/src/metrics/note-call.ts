import type { Logger } from "pino";
import { outcomeOf } from "./outcome.ts";
import type { NoteTiming } from "./timings.ts";

/** A request to Microsoft that has ended. */
interface CallNote {
  service: "graph" | "connector" | "entra";
  /** What was called, without ids: one of a bounded number of words. */
  operation: string;
  /** Null when no answer came. */
  status: number | null;
  durationMs: number;
  /** Microsoft's own id of the request, by which its support finds it. */
  requestId?: string | null;
}

export type NoteCall = (call: CallNote) => void;

/** Notes calls of Microsoft's services in the log and in the metrics. */
export function openCallNotes(deps: {
  log: Logger;
  noteTiming: NoteTiming;
}): NoteCall {
  return ({ service, operation, status, durationMs, requestId }) => {
    const outcome = outcomeOf(status);
    deps.noteTiming(service, { operation, outcome }, durationMs);
    deps.log.debug(
      {
        service,
        operation,
        ...(status !== null && { status }),
        outcome,
        durationMs: Math.round(durationMs),
        ...(requestId && { requestId }),
      },
      "called Microsoft",
    );
  };
}
