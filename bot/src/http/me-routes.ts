import type { Me } from "../../contract/me.ts";
import { findDefaultAccount } from "../accounts/account-store.ts";
import type { Db } from "../db/database.ts";
import { listMyGroups } from "../groups/group-store.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

export function addMeRoutes(deps: RouteDeps & { db: Db }): void {
  addApiRoute(deps, "get", "/api/me", async ({ actor }) => {
    const [groups, account] = await Promise.all([
      listMyGroups(deps.db, actor),
      findDefaultAccount(deps.db),
    ]);
    const body: Me = {
      objectId: actor.objectId,
      displayName: actor.displayName,
      isAdmin: actor.isAdmin,
      groups,
      serviceAccount: account?.state ?? "notConnected",
    };
    return { body };
  });
}
