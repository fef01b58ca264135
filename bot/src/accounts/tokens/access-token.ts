import type {
  AccountInfo,
  AuthenticationResult,
  ConfidentialClientApplication,
  ICachePlugin,
} from "@azure/msal-node";
import { sql } from "kysely";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db, Trx } from "../../db/database.ts";
import { openEntraClient, requiredGraphScopes } from "../entra-client.ts";
import type { NoteCall } from "../../metrics/note-call.ts";
import { NoToken } from "./no-token.ts";
import { readEntraError } from "./read-entra-error.ts";
import { databaseTokenCache } from "./token-cache.ts";

/** A delegated Graph token and what it opens. */
export interface AccessToken {
  token: string;
  /** As Entra granted them, `Calendars.ReadWrite` and the like. */
  scopes: readonly string[];
}

export interface AccessTokens {
  /** @throws {NoToken | EntraUnreachable} */
  get(accountId: string): Promise<AccessToken>;
  /** The same, but proven by Entra now, whatever is kept. */
  renew(accountId: string): Promise<AccessToken>;
}

/** A token is renewed this long before it ends, in milliseconds; MSAL itself does so at five minutes. */
const marginMs = 5 * 60_000;

interface Kept extends AccessToken {
  cacheVersion: number;
  expiresAt: Date;
}

/** What one process holds of one account. */
interface Desk {
  client: ConfidentialClientApplication;
  /** Leads the client's cache to the transaction that works with it. */
  useCacheIn(trx: Trx): void;
  kept: Kept | null;
  /** Under way; whoever asks meanwhile gets the same. */
  asking: { isProof: boolean; answer: Promise<Kept> } | null;
}

/**
 * Opens the delegated Graph tokens of the connected accounts. A token is renewed in one transaction that
 * holds the account's cache: of several processes one asks Entra, the others wait and take what it got.
 * So no refresh token is ever lost to a later write, and none is used twice.
 */
export function openAccessTokens(deps: {
  db: Db;
  config: Config;
  clock: Clock;
  log: Logger;
  noteCall: NoteCall;
}): AccessTokens {
  const desks = new Map<string, Desk>();
  const deskOf = (accountId: string): Desk => {
    const desk = desks.get(accountId) ?? openDesk(deps, accountId);
    desks.set(accountId, desk);
    return desk;
  };

  async function ask(accountId: string, isProof: boolean): Promise<Kept> {
    const desk = deskOf(accountId);
    // Who wants proof is not served by somebody who takes what is kept.
    while (desk.asking && isProof && !desk.asking.isProof)
      await desk.asking.answer.catch(() => undefined);
    desk.asking ??= {
      isProof,
      answer: askOnce(deps, accountId, desk, isProof).finally(
        () => (desk.asking = null),
      ),
    };
    return desk.asking.answer;
  }

  return {
    async get(accountId) {
      const { kept } = deskOf(accountId);
      const version = await readCacheVersion(deps.db, accountId);
      return kept?.cacheVersion === version && isFresh(kept, deps.clock.now())
        ? kept
        : ask(accountId, false);
    },
    renew: (accountId) => ask(accountId, true),
  };
}

function openDesk(
  deps: { db: Db; config: Config; log: Logger; noteCall: NoteCall },
  accountId: string,
): Desk {
  const cacheIn = (db: Db) =>
    databaseTokenCache({ db, keys: deps.config.sealingKeys, accountId });
  let cache = cacheIn(deps.db);
  const cachePlugin: ICachePlugin = {
    beforeCacheAccess: (context) => cache.beforeCacheAccess(context),
    afterCacheAccess: (context) => cache.afterCacheAccess(context),
  };
  return {
    client: openEntraClient({ ...deps, cachePlugin }),
    useCacheIn: (trx) => void (cache = cacheIn(trx)),
    kept: null,
    asking: null,
  };
}

async function askOnce(
  deps: { db: Db; clock: Clock },
  accountId: string,
  desk: Desk,
  isProof: boolean,
): Promise<Kept> {
  const before = await readCacheVersion(deps.db, accountId);
  const kept = await deps.db.transaction().execute(async (trx) => {
    try {
      const locked = await lockCache(trx, accountId);
      desk.useCacheIn(trx);
      const account = await desk.client
        .getTokenCache()
        .getAccountByHomeId(locked.home_account_id);
      if (!account) throw new NoToken("signInNeeded");
      // Another process has just asked Entra: that is proof enough.
      const forceRefresh = isProof && locked.version === before;
      const result = await acquire(desk, account, forceRefresh);
      return {
        token: result.accessToken,
        scopes: result.scopes,
        expiresAt: result.expiresOn ?? deps.clock.now(),
        cacheVersion: await readCacheVersion(trx, accountId),
      };
    } catch (error) {
      throw readEntraError(error);
    }
  });
  desk.kept = kept;
  return kept;
}

/**
 * Only what nothing works without is asked for. Entra's token carries all that was granted; but asked for a
 * scope that is missing it gives none, and one that is merely useful must not cost the connection.
 */
function acquire(
  desk: Desk,
  account: AccountInfo,
  forceRefresh: boolean,
): Promise<AuthenticationResult> {
  return desk.client.acquireTokenSilent({
    account,
    scopes: requiredGraphScopes,
    forceRefresh,
  });
}

/** Longest wait for another process that renews the same token, in milliseconds. */
const lockTimeoutMs = 30_000;

async function lockCache(trx: Trx, accountId: string) {
  await sql`select set_config('lock_timeout', ${String(lockTimeoutMs)}, true)`.execute(
    trx,
  );
  const row = await trx
    .selectFrom("token_caches")
    .innerJoin("service_accounts", "id", "account_id")
    .where("account_id", "=", accountId)
    .select(["version", "home_account_id"])
    .forUpdate("token_caches")
    .executeTakeFirst();
  if (!row) throw new NoToken("signInNeeded");
  return row;
}

/** @throws {NoToken} when the account is not connected any more */
async function readCacheVersion(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom("token_caches")
    .where("account_id", "=", accountId)
    .select("version")
    .executeTakeFirst();
  if (!row) throw new NoToken("signInNeeded");
  return row.version;
}

function isFresh(kept: Kept, now: Date): boolean {
  return kept.expiresAt.getTime() - marginMs > now.getTime();
}
