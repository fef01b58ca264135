import { clientFields, type Activity } from "../connector/activity.ts";
import { findAction, type ExecuteAction } from "../connector/card-refresh.ts";
import type { ClientPlace } from "../connector/client-place.ts";
import type { Connector } from "../connector/connector.ts";
import { findMessage, isRecord, type Card } from "../connector/messages.ts";
import type { Saying } from "../connector/say.ts";
import {
  executeAction,
  shownCard,
  submitCard,
  viewMessage,
  type CardAnswer,
} from "../connector/use-card.ts";
import {
  noSuchMessage,
  openPlace,
  requirePerson,
  sayIn,
  viewMessages,
  type MessageView,
} from "./conversation-desk.ts";
import { deleteMessage } from "./delete-message.ts";

/** A channel by its id, or a person's chat with the bot. */
type ConversationName = string | { personal: string };

/** A conversation, seen by a person (by object id, user principal name or address). */
interface Seat {
  conversation: ConversationName;
  person: string;
}

/** Without a person: whoever owns the team, or has the chat. */
type AnySeat = Omit<Seat, "person"> & { person?: string };

interface Press {
  /** Of a button in the card that the person sees. */
  title: string;
  /** What the person has put in, besides what the action has. */
  data?: Record<string, unknown>;
}

/** What people do in conversations, for tests. What Teams would refuse throws a sentence. */
export interface ConversationSide {
  /** Oldest first; deleted ones as tombstones. */
  messages(of: AnySeat): MessageView[];
  /** The card as the person sees it, after the refresh that a Teams client would make unasked. */
  viewMessage(of: Seat & { messageId: string }): Promise<Card | null>;
  /** Presses a button, or executes any action. */
  execute(
    of: Seat & { messageId: string } & (Press | { action: ExecuteAction }),
  ): Promise<CardAnswer>;
  submit(of: Seat & { messageId: string; data: unknown }): void;
  say(
    of: Seat & Omit<Saying, "mentionsBot"> & { mentionsBot?: boolean },
  ): MessageView;
  /** The bot is not told. */
  deleteMessage(of: AnySeat & { messageId: string }): void;
  /** What every right activity of that person there has, for tests to bend. */
  activityFrom(of: Seat): Activity;
}

export function conversationSide(connector: Connector): ConversationSide {
  const { simulation } = connector;
  const person = (name: string) => requirePerson(simulation, name);

  return {
    messages: (of) => viewMessages(connector, seat(of)),
    viewMessage: (of) => viewMessage(connector, seat(of), of.messageId),
    async execute(of) {
      const at = seat(of);
      const action = "action" in of ? of.action : pressed(at, of);
      const answer = await executeAction(connector, at, {
        messageId: of.messageId,
        trigger: "manual",
        action,
      });
      if (!answer) throw noSuchMessage();
      return answer;
    },
    submit(of) {
      if (!submitCard(connector, seat(of), of)) throw noSuchMessage();
    },
    say: ({ conversation, person: name, ...saying }) =>
      sayIn(connector, seat({ conversation, person: name }), {
        mentionsBot: false,
        ...saying,
      }),
    deleteMessage: (of) => deleteMessage(connector, seat(of), of.messageId),
    activityFrom(of) {
      const at = seat(of);
      return clientFields(simulation, at.place, at.person);
    },
  };

  function seat(of: AnySeat): ClientPlace {
    const { conversation } = of;
    if (typeof conversation !== "string") {
      const { id } = person(conversation.personal);
      return openPlace(simulation, {
        conversation: `personal:${id}`,
        person: person(of.person ?? id),
      });
    }
    const name = of.person ?? ownerIn(conversation);
    return openPlace(simulation, { conversation, person: person(name) });
  }

  /** Of a private channel: an owner who is in it, or else anybody. */
  function ownerIn(channelId: string): string {
    const team = simulation.directory.teamOfChannel(channelId);
    const channel = simulation.directory.channel(channelId);
    const members = channel?.memberIds ?? team?.memberIds ?? [];
    const owner = members.find((id) => team?.ownerIds.includes(id));
    return owner ?? members[0] ?? "";
  }

  function pressed(
    at: ClientPlace,
    of: Press & { messageId: string },
  ): ExecuteAction {
    const message = findMessage(simulation, at.baseId, of.messageId);
    const card = message && shownCard(connector, at, message);
    const action = card && findAction(card, of.title);
    if (!action) {
      throw new Error(
        `${at.person.displayName} sees no button “${of.title}” on the card.`,
      );
    }
    const own = isRecord(action.data) ? action.data : {};
    return of.data ? { ...action, data: { ...own, ...of.data } } : action;
  }
}
