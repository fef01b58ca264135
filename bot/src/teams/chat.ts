import type { Actor } from "../access/actor.ts";
import { readerOf } from "../cards/card-reader.ts";
import { takeFreeTurn, waitForTenantTurn } from "../cards/conversation-pace.ts";
import type { Message } from "../cards/messenger.ts";
import type { AdaptiveCard } from "../cards/render/adaptive-card.ts";
import { eventLinks, tabLink } from "../cards/render/card-links.ts";
import { eventCard } from "../cards/render/event-card.ts";
import {
  eventListCard,
  maxListedEvents,
} from "../cards/render/event-list-card.ts";
import { helpCard } from "../cards/render/help-cards.ts";
import { tallyCard } from "../cards/render/tally-card.ts";
import { channelIdOf, isPersonal, type TeamsActivity } from "./activity.ts";
import {
  findUpcoming,
  listMyAnswers,
  listUpcoming,
  type ChannelGroup,
} from "./chat-answers.ts";
import { fitsTitle, readChatCommand } from "./chat-command.ts";
import type { TurnDeps } from "./turn-deps.ts";

/** Answers a message to the bot, in the private chat or where the bot was mentioned. */
export async function answerMessage(
  deps: TurnDeps,
  given: { actor: Actor; activity: TeamsActivity },
): Promise<void> {
  const { actor, activity } = given;
  const group = isPersonal(activity)
    ? null
    : await findChannelGroup(deps, activity);
  await reply(
    deps,
    activity,
    isPersonal(activity) || group
      ? await answerCommand(deps, { actor, group, text: activity.text ?? "" })
      : { text: "This team is not set up yet. Try again in a minute." },
  );
}

async function answerCommand(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null; text: string },
): Promise<Message> {
  const { actor, group } = given;
  const command = readChatCommand(given.text);
  switch (command.kind) {
    case "upcoming":
      return asMessage(await listUpcoming(deps, given), "Upcoming events");
    case "myAnswers":
      // Others read along in a channel, and answers are nobody else's business.
      return group === null
        ? asMessage(await listMyAnswers(deps, actor), "Your answers")
        : { text: "Ask me that in our private chat: here others read along." };
    case "tally":
      return answerTally(deps, given, command.words);
    default:
      return asMessage(
        helpCard({
          understood: command.kind === "help",
          canPress: group === null,
          allEvents: tabLink(deps.linkBases, ""),
        }),
        "What you can ask",
      );
  }
}

async function answerTally(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null },
  words: string,
): Promise<Message> {
  const events = await findUpcoming(
    deps,
    given,
    ({ title }) => fitsTitle(title, words),
    words === "" ? 1 : maxListedEvents + 1,
  );
  const [event] = events;
  if (!event)
    return {
      text:
        words === ""
          ? "Nothing is scheduled at the moment."
          : "No upcoming event has that in its title. Ask for “upcoming events” to see what is on.",
    };
  if (events.length > 1)
    return asMessage(
      eventListCard({
        title: "Several events fit",
        events,
        none: "",
        show: "tallies",
        canOpen: given.group === null,
        confidential: given.group?.confidential ?? false,
        allEvents: tabLink(deps.linkBases, ""),
      }),
      "Several events fit",
    );
  return showEvent(deps, given, event.id);
}

async function showEvent(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null },
  eventId: string,
): Promise<Message> {
  const { own } = await deps.loadSeenEvent(given.actor, eventId);
  const facts = await deps.readCardFacts(eventId);
  if (!facts) return { text: "That event is gone." };
  const links = eventLinks(deps.linkBases, { id: eventId, start: facts.start });
  return asMessage(
    given.group === null
      ? eventCard({
          facts,
          links,
          now: deps.clock.now(),
          reader: readerOf(own),
        })
      : tallyCard(facts, links),
    "The answers so far",
  );
}

async function findChannelGroup(
  deps: TurnDeps,
  activity: TeamsActivity,
): Promise<ChannelGroup | null> {
  const teamId = activity.channelData?.team?.id;
  if (teamId === undefined) return null;
  const group = await deps.db
    .selectFrom("groups")
    .where("team_id", "=", teamId)
    .where("installed", "=", true)
    .select(["id", "name", "confidential"])
    .executeTakeFirst();
  return group ?? null;
}

function asMessage(card: AdaptiveCard, summary: string): Message {
  return { card, summary };
}

/** Longest wait for a conversation's pace: Teams gives up on the turn after fifteen seconds. */
const longestWaitMs = 8_000;

/** Answers in the conversation, at its pace; who asks faster than that gets no answer. */
export async function reply(
  deps: Pick<TurnDeps, "db" | "log" | "messenger">,
  activity: TeamsActivity,
  message: Message,
): Promise<void> {
  const conversationId = activity.conversation.id;
  for (let waited = 0; ;) {
    // Teams counts the threads of a channel together.
    const waitMs = await takeFreeTurn(deps.db, channelIdOf(activity));
    if (waitMs === 0) break;
    waited += waitMs;
    if (waited > longestWaitMs) {
      deps.log.warn("a question came faster than Teams lets the bot answer");
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  await waitForTenantTurn(deps.db);
  await deps.messenger.reply(
    { serviceUrl: activity.serviceUrl, conversationId },
    message,
  );
}
