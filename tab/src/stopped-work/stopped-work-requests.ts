import {
  stoppedWorkListSchema,
  type StoppedWorkList,
} from "../../../bot/contract/stopped-work.ts";
import type { Api } from "../api-client/api.ts";
import { parserOf } from "../api-client/parser-of.ts";

const readList = parserOf(stoppedWorkListSchema);

export function loadStoppedWork(
  api: Api,
  signal: AbortSignal,
): Promise<StoppedWorkList> {
  return api.request({ path: "/api/stopped-work", signal, read: readList });
}

export function tryAgain(api: Api, id: string): Promise<StoppedWorkList> {
  return change(api, "POST", `/api/stopped-work/${id}/retry`);
}

export function tryAllAgain(api: Api): Promise<StoppedWorkList> {
  return change(api, "POST", "/api/stopped-work/retry-all");
}

export function forget(api: Api, id: string): Promise<StoppedWorkList> {
  return change(api, "DELETE", `/api/stopped-work/${id}`);
}

/** A change that answers the list as it is then. */
function change(
  api: Api,
  method: "POST" | "DELETE",
  path: string,
): Promise<StoppedWorkList> {
  const idempotencyKey = crypto.randomUUID();
  return api.request({ method, path, idempotencyKey, read: readList });
}
