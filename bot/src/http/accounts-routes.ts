import { z } from "zod";
import { attendanceChoiceSchema } from "../../contract/accounts.ts";
import { disconnectAccount } from "../accounts/disconnect-account.ts";
import { findDefaultAccount, listAccounts } from "../accounts/account-store.ts";
import { beginAdminConsent } from "../accounts/approval/admin-consent.ts";
import { lookForGrantForEverybody } from "../accounts/approval/grant-for-everybody.ts";
import { chooseAttendanceAccess } from "../accounts/attendance-access.ts";
import {
  checkAccount,
  type CheckDeps,
} from "../accounts/health/check-account.ts";
import { itDetails } from "../accounts/it-details.ts";
import { beginSignIn } from "../accounts/sign-in/begin-sign-in.ts";
import { confirmSignIn } from "../accounts/sign-in/confirm-sign-in.ts";
import { discardSignIn } from "../accounts/sign-in/discard-sign-in.ts";
import { explainEntra } from "../accounts/tokens/explain-entra.ts";
import { viewAccount } from "../accounts/view-account.ts";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import type { GraphOf } from "../graph/graph-client.ts";
import type { NoteCall } from "../metrics/note-call.ts";
import { parseRequest } from "./request-body.ts";
import {
  addApiRoute,
  type ApiRequest,
  type Method,
  type Reply,
  type RouteDeps,
} from "./routes.ts";

interface AccountRouteDeps extends RouteDeps, CheckDeps {
  graphOf: GraphOf;
  noteCall: NoteCall;
}

export function addAccountsRoutes(deps: AccountRouteDeps): void {
  const addAdminRoute = (
    method: Method,
    path: string,
    handle: (request: ApiRequest) => Promise<Reply>,
  ): void =>
    addApiRoute(deps, method, path, async (request) => {
      requireAdmin(request.actor);
      return handle(request);
    });
  const view = async (actor: Actor): Promise<Reply> => ({
    body: await viewAccount(deps, actor),
  });

  addAdminRoute("get", "/api/accounts", ({ actor }) => view(actor));

  addAdminRoute("get", "/api/accounts/it-details", async () => ({
    body: itDetails(deps.config),
  }));

  addAdminRoute("post", "/api/accounts/connect", async ({ actor }) => ({
    status: 201,
    body: await beginSignIn(deps, actor),
  }));

  addAdminRoute("post", "/api/accounts/admin-consent", async ({ actor }) => ({
    status: 201,
    body: await beginAdminConsent(deps, actor).catch((error: unknown) => {
      throw explainEntra(error);
    }),
  }));

  addAdminRoute(
    "post",
    "/api/accounts/sign-ins/:id/confirm",
    async (request) => {
      const accountId = await confirmSignIn(
        deps,
        request.actor,
        idOf(request, "sign-in"),
      );
      await checkNow(deps, request, [accountId]);
      return view(request.actor);
    },
  );

  addAdminRoute("del", "/api/accounts/sign-ins/:id", async (request) => {
    await discardSignIn(deps, request.actor, idOf(request, "sign-in"));
    return view(request.actor);
  });

  addAdminRoute("post", "/api/accounts/check", async (request) => {
    const accounts = await listAccounts(deps.db);
    if (accounts.length === 0)
      throw new AppError({
        code: "notConnected",
        status: 409,
        message: "There is no account to check. Choose Connect first.",
      });
    await checkNow(
      deps,
      request,
      accounts.map(({ id }) => id),
    );
    return view(request.actor);
  });

  addAdminRoute("put", "/api/accounts/attendance", async (request) => {
    const { access } = parseRequest(
      attendanceChoiceSchema,
      await request.json(),
    );
    await chooseAttendanceAccess(deps, access);
    const account = await findDefaultAccount(deps.db);
    if (account) await checkAccount(deps, account.id);
    return view(request.actor);
  });

  addAdminRoute("del", "/api/accounts/:id", async (request) => {
    await disconnectAccount(deps, idOf(request, "account"));
    return view(request.actor);
  });
}

function requireAdmin(actor: Actor): void {
  if (!may(actor, { action: "account.manage" }))
    throw forbidden(
      "Only administrators of ERG Events manage the service account. Ask your IT team for the Admin role.",
    );
}

/** Makes every check while the admin waits; what cannot be found out is said by the checks themselves. */
async function checkNow(
  deps: AccountRouteDeps,
  request: ApiRequest,
  accountIds: readonly string[],
): Promise<void> {
  const ssoToken = request.header("authorization")?.replace(/^Bearer /i, "");
  await Promise.all([
    ...accountIds.map((id) => checkAccount(deps, id)),
    ssoToken &&
      lookForGrantForEverybody(deps, { actor: request.actor, ssoToken }),
  ]);
}

function idOf(request: ApiRequest, what: string): string {
  const id = z.uuid().safeParse(request.params["id"]);
  if (!id.success) throw notFound(what);
  return id.data;
}
