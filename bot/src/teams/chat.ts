import type { Actor } from "../access/actor.ts";
import { readOwnEarlierAnswer } from "../responses/earlier-answers.ts";
import { readerOf } from "../cards/card-reader.ts";
import { waitForTurn } from "../cards/conversation-pace.ts";
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
import {
  fitsTitle,
  readChatCommand,
  type ChatCommand,
} from "./chat-command.ts";
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
  const command = readChatCommand(activity.text ?? "");
  await reply(
    deps,
    activity,
    isPersonal(activity) || group
      ? await answerCommand(deps, { actor, group, command })
      : { text: "This team is not set up yet. Try again in a minute." },
  );
}

const notHere = {
  text: "Ask me that in our private chat: here others read along.",
};

async function answerCommand(
  deps: TurnDeps,
  given: { actor: Actor; group: ChannelGroup | null; command: ChatCommand },
): Promise<Message> {
  const { actor, group, command } = given;
  const isHelp = command.kind === "help" || command.kind === "unknown";
  if (group?.hasOutsiders && group.confidential && !isHelp) return notHere;
  switch (command.kind) {
    case "upcoming":
      return asMessage(await listUpcoming(deps, given), "Upcoming events");
    case "myAnswers":
      // Others read along in a channel, and answers are nobody else's business.
      return group === null
        ? asMessage(await listMyAnswers(deps, actor), "Your answers")
        : notHere;
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
          reader: readerOf(
            own,
            await readOwnEarlierAnswer(deps.db, {
              own,
              scheduleVersion: facts.scheduleVersion,
            }),
          ),
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
    .leftJoin("group_channels", (join) =>
      join
        .onRef("group_channels.group_id", "=", "groups.id")
        .on("group_channels.channel_id", "=", channelIdOf(activity)),
    )
    .where("team_id", "=", teamId)
    .where("installed", "=", true)
    .select(["id", "groups.name", "confidential", "kind"])
    .executeTakeFirst();
  return group ? { ...group, hasOutsiders: group.kind === "shared" } : null;
}

function asMessage(card: AdaptiveCard, summary: string): Message {
  return { card, summary };
}

/** Answers in the conversation, at its pace; who asks faster than that gets no answer. */
export async function reply(
  deps: Pick<TurnDeps, "db" | "log" | "messenger">,
  activity: TeamsActivity,
  message: Message,
): Promise<void> {
  // Teams counts the threads of a channel together.
  if (!(await waitForTurn(deps.db, channelIdOf(activity)))) {
    deps.log.warn("a question came faster than Teams lets the bot answer");
    return;
  }
  await deps.messenger.reply(
    {
      serviceUrl: activity.serviceUrl,
      conversationId: activity.conversation.id,
    },
    message,
  );
}
