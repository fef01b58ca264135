import type {
  ServiceAccountView,
  SignInView,
} from "../../../contract/accounts.ts";
import type { Actor } from "../../access/actor.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import type { Db } from "../../db/database.ts";
import { cameSchema, type Came } from "./complete-sign-in.ts";
import { overdueMessage } from "./end-overdue-sign-ins.ts";

/** The newest sign-in that this admin began; null when there was none. */
export async function viewSignIn(
  deps: {
    db: Db;
    clock: Clock;
    config: Pick<Config, "SERVICE_ACCOUNT_UPN">;
  },
  actor: Actor,
): Promise<SignInView | null> {
  const row = await deps.db
    .selectFrom("sign_ins")
    .where("begun_by", "=", actor.objectId)
    .orderBy("begun_at", "desc")
    .limit(1)
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  const { id } = row;
  if (row.state === "ended" || row.expires_at <= deps.clock.now())
    return {
      state: "ended",
      id,
      outcome: row.outcome ?? "expired",
      message: row.message ?? overdueMessage,
      at: (row.ended_at ?? row.expires_at).toISOString(),
    };
  const expiresAt = row.expires_at.toISOString();
  if (row.state !== "toConfirm")
    return { state: "open", id, opened: row.state !== "begun", expiresAt };
  const came = cameSchema.parse(row.came);
  return {
    state: "toConfirm",
    id,
    came: { upn: came.upn, displayName: came.displayName },
    consequence: await consequenceOf(deps, came),
    expiresAt,
  };
}

/** What changes for the events that there are, when this account is confirmed. */
async function consequenceOf(
  deps: { db: Db; config: Pick<Config, "SERVICE_ACCOUNT_UPN"> },
  came: Came,
): Promise<string | null> {
  const { db, config } = deps;
  if (came.upn !== config.SERVICE_ACCOUNT_UPN)
    return `It goes on with the events that it organizes already. New ones are organized by ${config.SERVICE_ACCOUNT_UPN}.`;
  const before = await db
    .selectFrom("service_accounts")
    .where("object_id", "!=", came.objectId)
    .where("state", "!=", "disconnected")
    .select(["user_principal_name"])
    .execute();
  if (before.length === 0) return null;
  const isSameName = before.some(
    ({ user_principal_name }) => user_principal_name === came.upn,
  );
  return isSameName
    ? `It is another account than the one connected before, though it has the same name. Events that are on the earlier one's calendar stay there and can only be changed while that one is connected.`
    : `New events are organized by ${came.upn} from then on. Earlier events stay with ${before.map((row) => row.user_principal_name).join(" and ")}, which stays connected for them.`;
}

/** A sign-in of another admin that is open now. */
export async function viewOthersSignIn(
  deps: { db: Db; clock: Clock },
  actor: Actor,
): Promise<ServiceAccountView["othersSignIn"]> {
  const row = await deps.db
    .selectFrom("sign_ins")
    .where("begun_by", "!=", actor.objectId)
    .where("state", "!=", "ended")
    .where("expires_at", ">", deps.clock.now())
    .orderBy("begun_at", "desc")
    .limit(1)
    .select(["begun_by_name", "expires_at"])
    .executeTakeFirst();
  return row
    ? { begunBy: row.begun_by_name, expiresAt: row.expires_at.toISOString() }
    : null;
}
