import type { Db } from "../db/database.ts";
import { RetryLater } from "../errors.ts";
import { findCard, type CardKey } from "./card-store.ts";
import { waitForTurn } from "./conversation-pace.ts";
import { findChannel } from "./find-channel.ts";
import { MessengerFailure, type Messenger } from "./messenger.ts";
import { pauseAsAsked } from "./pause-as-asked.ts";

/** The job that deletes a message of the bot that carries the same card as another. */
export async function removeCopy(
  deps: { db: Db; messenger: Messenger },
  copy: CardKey & { activityId: string },
): Promise<void> {
  const card = await findCard(deps.db, copy);
  if (card?.activity_id === copy.activityId) return;
  const channel = await findChannel(deps.db, copy);
  if (!channel) return;
  if (!(await waitForTurn(deps.db, copy.channelId)))
    throw new RetryLater({ message: "the channel's pace", retryAfterMs: 5000 });
  try {
    await deps.messenger.remove(channel, copy.activityId);
  } catch (error) {
    if (!(error instanceof MessengerFailure)) throw error;
    if (error.kind === "unclear" || error.kind === "noToken") throw error;
    if (error.kind === "busy")
      throw await pauseAsAsked(deps.db, copy.channelId, error);
  }
}
