import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db, Trx } from "../../db/database.ts";
import { AppError } from "../../errors.ts";
import type { Enqueue } from "../../jobs/job-queue.ts";
import { enqueueWhatWaits } from "../enqueue-what-waits.ts";
import { isEarlierAccount, saveAccount } from "../account-store.ts";
import { storeTokenCache } from "../tokens/token-cache.ts";
import { cameSchema } from "./complete-sign-in.ts";
import { endOwnSignIn, lockOwnSignIn } from "./own-sign-in.ts";
import { unsealTokens } from "./sign-in-secrets.ts";

interface ConfirmDeps {
  db: Db;
  config: Config;
  clock: Clock;
  enqueue: Enqueue;
}

/**
 * Lets a sign-in take effect: the account becomes the one that organizes new events (or, one of earlier, goes
 * on with its own), its tokens are stored,
 * its check is due and everything that waited for it starts, all in one transaction.
 * @returns the account's id
 * @throws {AppError} when the sign-in is not this admin's, is not waiting any more, or another account is
 *   expected by now
 */
export async function confirmSignIn(
  deps: ConfirmDeps,
  actor: Actor,
  signInId: string,
): Promise<string> {
  return deps.db.transaction().execute(async (trx) => {
    const signIn = await lockOwnSignIn(trx, actor, signInId);
    const now = deps.clock.now();
    if (signIn.outcome === "connected") return findConfirmed(trx, signIn);
    if (
      signIn.state !== "toConfirm" ||
      !signIn.sealed_secrets ||
      signIn.expires_at <= now
    )
      throw new AppError({
        code: "signInOver",
        status: 409,
        message:
          "This sign-in does not wait for you any more. Choose Connect to begin a new one.",
      });
    const came = cameSchema.parse(signIn.came);
    const isExpected = came.upn === deps.config.SERVICE_ACCOUNT_UPN;
    if (
      !(isExpected || (await isEarlierAccount(trx, came.objectId))) ||
      came.tenantId !== deps.config.AAD_APP_TENANT_ID
    )
      throw new AppError({
        code: "otherAccountExpected",
        status: 409,
        message: `By now ${deps.config.SERVICE_ACCOUNT_UPN} is expected, and ${came.upn} has signed in. Choose Connect to begin a new sign-in.`,
      });
    const accountId = await saveAccount(
      trx,
      {
        object_id: came.objectId,
        tenant_id: came.tenantId,
        user_principal_name: came.upn,
        display_name: came.displayName,
        address: came.upn,
        home_account_id: came.homeAccountId,
        scopes: came.scopes,
        connected_by: signIn.begun_by,
        connected_by_name: signIn.begun_by_name,
      },
      { isDefault: isExpected, now },
    );
    await storeTokenCache({
      trx,
      keys: deps.config.sealingKeys,
      accountId,
      serialized: unsealTokens(
        deps.config.sealingKeys,
        signInId,
        signIn.sealed_secrets,
      ),
    });
    await endOwnSignIn(trx, signInId, now, {
      outcome: "connected",
      message: `${came.upn} is connected.`,
    });
    await enqueueWhatWaits(deps.enqueue, trx, accountId, now);
    return accountId;
  });
}

/** The answer to the first confirmation may have been lost: the second says the same. */
async function findConfirmed(
  trx: Trx,
  signIn: { came: unknown },
): Promise<string> {
  const { id } = await trx
    .selectFrom("service_accounts")
    .where("object_id", "=", cameSchema.parse(signIn.came).objectId)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}
