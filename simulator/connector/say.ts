import { clientFields, type Activity, type Place } from "./activity.ts";
import type { ClientPlace } from "./client-place.ts";
import { botAccountId, type Connector } from "./connector.ts";
import {
  findMessage,
  newMessageId,
  putMessage,
  type StoredMessage,
} from "./messages.ts";

export interface Saying {
  text: string;
  /** In a channel the bot hears only what mentions it. */
  mentionsBot: boolean;
  replyToId?: string | undefined;
  /** Of the sender's Teams client. */
  locale?: string | undefined;
  timezone?: string | undefined;
}

export type SayResult =
  | { ok: true; message: StoredMessage }
  | { ok: false; reason: "unknownMessage" | "archived" | "noBot" };

/** A person writes into a conversation. */
export function say(
  connector: Connector,
  at: ClientPlace,
  saying: Saying,
): SayResult {
  const { simulation, outbox } = connector;
  if (at.place.kind === "channel" && at.place.team.isArchived) {
    return { ok: false, reason: "archived" };
  }
  if (at.place.kind === "personal" && !at.hasBot) {
    return { ok: false, reason: "noBot" };
  }
  const rootId = rootOf(connector, at, saying.replyToId);
  if (rootId === undefined) return { ok: false, reason: "unknownMessage" };
  const id = newMessageId(simulation, at.baseId);
  const hears =
    at.hasBot && (at.place.kind === "personal" || saying.mentionsBot);
  const message = simulation.store.atomically(() => {
    if (hears) {
      const place: Place =
        at.place.kind === "channel"
          ? { ...at.place, rootId: rootId ?? id }
          : at.place;
      outbox.tell(
        messageActivity(connector, { ...at, place }, { ...saying, id }),
      );
    }
    return putMessage(simulation, {
      id,
      conversationId: at.baseId,
      rootId,
      postedAt: simulation.clock.now().toISOString(),
      updatedAt: null,
      isDeleted: false,
      from: { kind: "person", personId: at.person.id },
      text: shownText(connector, at, saying),
      summary: null,
      cards: [],
    });
  });
  return { ok: true, message };
}

/** The thread that is answered; null: a new one; undefined: there is no such message. */
function rootOf(
  { simulation }: Connector,
  at: ClientPlace,
  replyToId: string | undefined,
): string | null | undefined {
  if (replyToId === undefined || at.place.kind === "personal") return null;
  const answered = findMessage(simulation, at.baseId, replyToId);
  return answered && (answered.rootId ?? answered.id);
}

/** Teams: Messages in bot conversations; Channel and group conversations with a bot, mentions. */
function messageActivity(
  { simulation }: Connector,
  at: ClientPlace,
  saying: Saying & { id: string },
): Activity {
  const { id, text, locale, timezone } = saying;
  const reader = {
    ...(locale === undefined ? {} : { locale }),
    ...(timezone === undefined ? {} : { timezone }),
  };
  const fields = clientFields(simulation, at.place, at.person, reader);
  const common = { ...fields, type: "message", id, textFormat: "plain" };
  if (!saying.mentionsBot) {
    return { ...common, text, attachments: [htmlOf(escapeHtml(text))] };
  }
  const { name } = simulation.app;
  const words = withoutMention(text, name);
  const mention = `<at>${name}</at>`;
  const html = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${escapeHtml(name)}</span>&nbsp;${escapeHtml(words)}`;
  return {
    ...common,
    text: `${mention} ${words}`.trim(),
    attachments: [htmlOf(html)],
    entities: [
      {
        type: "mention",
        mentioned: { id: botAccountId(simulation), name },
        text: mention,
      },
      ...(fields["entities"] as unknown[]),
    ],
  };
}

function shownText(
  { simulation }: Connector,
  at: ClientPlace,
  { text, mentionsBot }: Saying,
): string {
  const { name } = simulation.app;
  const isMention = mentionsBot && at.place.kind === "channel";
  return isMention ? `@${name} ${withoutMention(text, name)}`.trim() : text;
}

function withoutMention(text: string, name: string): string {
  const typed = `@${name}`;
  const at = text.indexOf(typed);
  if (at < 0) return text;
  return (text.slice(0, at) + text.slice(at + typed.length)).trim();
}

function htmlOf(content: string): Activity {
  return { contentType: "text/html", content: `<p>${content}</p>` };
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
