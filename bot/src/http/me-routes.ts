import type { Me } from "../../contract/me.ts";
import { findDefaultAccount } from "../accounts/account-store.ts";
import { noteAdmin } from "../accounts/admins/admin-store.ts";
import { connectionNotice } from "../accounts/health/connection-notice.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { listMyGroups } from "../groups/group-store.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

export function addMeRoutes(
  deps: RouteDeps & { db: Db; clock: Clock; config: Config },
): void {
  addApiRoute(deps, "get", "/api/me", async ({ actor }) => {
    const [groups, account] = await Promise.all([
      listMyGroups(deps.db, actor),
      findDefaultAccount(deps.db),
      noteAdmin(deps, actor),
    ]);
    const isConcerned =
      actor.isAdmin || groups.some(({ canSchedule }) => canSchedule);
    const body: Me = {
      objectId: actor.objectId,
      displayName: actor.displayName,
      isAdmin: actor.isAdmin,
      groups,
      serviceAccount: account?.state ?? "notConnected",
      serviceAccountNotice: isConcerned
        ? connectionNotice(account, actor)
        : null,
    };
    return { body };
  });
}
