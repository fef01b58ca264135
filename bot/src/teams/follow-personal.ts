import { personalWelcomeCard } from "../cards/render/help-cards.ts";
import { tabLink } from "../cards/render/card-links.ts";
import type { TeamsActivity } from "./activity.ts";
import { reply } from "./chat.ts";
import type { TurnDeps } from "./turn-deps.ts";

/**
 * Follows who has the app for themselves, and greets them once: Teams tells of an installation by two
 * activities, and repeats those that were not answered.
 */
export async function followPersonalApp(
  deps: TurnDeps,
  activity: TeamsActivity,
  installed: boolean,
): Promise<void> {
  const objectId = activity.from.aadObjectId?.toLowerCase();
  if (!objectId) return;
  const chat = {
    conversation_id: activity.conversation.id,
    service_url: activity.serviceUrl,
    installed,
  };
  const news = await deps.db
    .insertInto("personal_chats")
    .values({ object_id: objectId, ...chat })
    .onConflict((conflict) =>
      conflict
        .column("object_id")
        .doUpdateSet(chat)
        .where("personal_chats.installed", "!=", installed),
    )
    .returning("object_id")
    .execute();
  if (installed && news.length > 0)
    await reply(deps, activity, {
      card: personalWelcomeCard(tabLink(deps.linkBases, "")),
      summary: "Welcome to ERG Events",
    });
}
