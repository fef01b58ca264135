import type { Logger } from "pino";
import { beginSignIn } from "../accounts/begin-sign-in.ts";
import { disconnectAccount } from "../accounts/disconnect-account.ts";
import { viewAccount } from "../accounts/view-account.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/database.ts";
import { forbidden } from "../errors.ts";
import type { GraphClient } from "../graph/graph-client.ts";
import { addApiRoute, type RouteDeps } from "./routes.ts";

interface AccountRouteDeps extends RouteDeps {
  db: Db;
  config: Config;
  clock: Clock;
  log: Logger;
  graphOf: (accountId: string) => GraphClient;
}

export function addAccountsRoutes(deps: AccountRouteDeps): void {
  const requireAdmin = (actor: Actor): void => {
    if (!may(actor, { action: "account.manage" }))
      throw forbidden(
        "Only administrators of ERG Events manage the service account. Ask your IT team for the Admin role.",
      );
  };

  addApiRoute(deps, "get", "/api/accounts", async ({ actor }) => {
    requireAdmin(actor);
    return { body: await viewAccount(deps, actor) };
  });

  addApiRoute(deps, "post", "/api/accounts/connect", async ({ actor }) => {
    requireAdmin(actor);
    return { status: 201, body: await beginSignIn(deps, actor) };
  });

  addApiRoute(deps, "del", "/api/accounts", async ({ actor }) => {
    requireAdmin(actor);
    await disconnectAccount(deps);
    return {};
  });
}
