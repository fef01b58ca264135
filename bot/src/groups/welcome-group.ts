import { findDefaultAccount, works } from "../accounts/account-store.ts";
import { waitForTurn } from "../cards/conversation-pace.ts";
import { MessengerFailure, type Messenger } from "../cards/messenger.ts";
import { tabLink, type LinkBases } from "../cards/render/card-links.ts";
import { teamWelcomeCard } from "../cards/render/help-cards.ts";
import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import type { JobContext } from "../jobs/job-worker.ts";

/** Pause when Teams names none, in milliseconds. */
const usualPauseMs = 5_000;

/** Pause after a row of tries for which Entra gave no token, in milliseconds. */
const outagePauseMs = 5 * 60_000;

/**
 * The job that greets a team in its General channel. At most once: a greeting that may have been posted is
 * not posted again.
 */
export async function welcomeGroup(
  deps: { db: Db; messenger: Messenger; linkBases: LinkBases },
  payload: { groupId: string },
  context: Pick<JobContext, "isLastAttempt">,
): Promise<void> {
  const { db } = deps;
  const group = await db
    .selectFrom("groups")
    .where("id", "=", payload.groupId)
    .where("installed", "=", true)
    .where("welcomed", "=", false)
    .select(["team_id", "conversation_reference"])
    .executeTakeFirst();
  if (!group) return;
  const { serviceUrl } = group.conversation_reference as { serviceUrl: string };
  const account = await findDefaultAccount(db);
  if (!(await waitForTurn(db, group.team_id)))
    throw new RetryLater({
      message: "the channel's pace",
      retryAfterMs: usualPauseMs,
    });
  if (!(await markWelcomed(db, payload.groupId, true))) return;
  try {
    await deps.messenger.post(
      { serviceUrl, conversationId: group.team_id },
      {
        card: teamWelcomeCard({
          canSend: works(account),
          schedule: tabLink(deps.linkBases, "events/new"),
          settings: tabLink(deps.linkBases, "settings"),
        }),
        summary: "ERG Events is here",
      },
    );
  } catch (error) {
    if (!(error instanceof MessengerFailure)) throw error;
    if (error.kind !== "busy" && error.kind !== "noToken") return;
    await markWelcomed(db, payload.groupId, false);
    if (error.kind === "busy")
      throw new RetryLater({
        message: "Teams asks for a pause",
        retryAfterMs: error.retryAfterMs ?? usualPauseMs,
        cause: error,
      });
    // Nothing was sent, so an outage of Entra, however long, does not take the greeting away.
    if (!context.isLastAttempt) throw error;
    throw new RetryLater({
      message: "Entra has given the bot no token for a while",
      retryAfterMs: outagePauseMs,
      cause: error,
    });
  }
}

/** @returns false when it was so already */
async function markWelcomed(
  db: Db,
  groupId: string,
  welcomed: boolean,
): Promise<boolean> {
  const rows = await db
    .updateTable("groups")
    .set({ welcomed })
    .where("id", "=", groupId)
    .where("welcomed", "!=", welcomed)
    .returning("id")
    .execute();
  return rows.length > 0;
}
