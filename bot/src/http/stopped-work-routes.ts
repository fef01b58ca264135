import type { Clock } from "../clock.ts";
import type { Db } from "../db/database.ts";
import type { Enqueue } from "../jobs/job-queue.ts";
import { may } from "../access/policy.ts";
import { forbidden, notFound } from "../errors.ts";
import { forgetStoppedWork } from "../stopped-work/forget-stopped-work.ts";
import { listStoppedWork } from "../stopped-work/list-stopped-work.ts";
import {
  retryAllStoppedWork,
  retryStoppedWork,
} from "../stopped-work/retry-stopped-work.ts";
import { parseStoppedId, type StoppedRef } from "../stopped-work/stopped-id.ts";
import {
  addApiRoute,
  type ApiRequest,
  type Method,
  type RouteDeps,
} from "./routes.ts";

/** What has stopped, for admins. Each answers with the list as it is then. */
export function addStoppedWorkRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; enqueue: Enqueue },
): void {
  const addAdminRoute = (
    method: Method,
    path: string,
    work: (request: ApiRequest) => Promise<void>,
  ): void =>
    addApiRoute(deps, method, path, async (request) => {
      if (!may(request.actor, { action: "stoppedWork.manage" }))
        throw forbidden(
          "Only administrators of ERG Events see the work that has stopped. Ask one of them.",
        );
      await work(request);
      return { body: await listStoppedWork(deps, request.actor) };
    });

  addAdminRoute("get", "/api/stopped-work", () => Promise.resolve());

  addAdminRoute("post", "/api/stopped-work/retry-all", () =>
    retryAllStoppedWork(deps),
  );

  addAdminRoute("post", "/api/stopped-work/:id/retry", (request) =>
    retryStoppedWork(deps, refOf(request)),
  );

  addAdminRoute("del", "/api/stopped-work/:id", (request) =>
    forgetStoppedWork(deps, request.actor, refOf(request)),
  );
}

function refOf(request: ApiRequest): StoppedRef {
  const ref = parseStoppedId(request.params["id"] ?? "");
  if (!ref) throw notFound("stopped work");
  return ref;
}
