import type { AdaptiveCard } from "./render/adaptive-card.ts";

/** A conversation that the bot can write to. */
export interface Conversation {
  /** Where Teams takes messages for it; comes with every activity. */
  serviceUrl: string;
  /** A channel's thread id (`19:…`), a thread in it, or a private chat (`a:…`). */
  conversationId: string;
}

/** A message, as a card or as plain text. */
export type Message =
  { card: AdaptiveCard; summary: string } | { text: string };

/** Writes to Teams; every call is one request, never repeated. @throws {MessengerFailure} */
export interface Messenger {
  /** A new thread in a channel. @returns the message's id */
  post(channel: Conversation, message: Message): Promise<string>;
  /**
   * The private chat with somebody whose team has the app; always the same one (Teams: "Send proactive
   * messages"). @returns its conversation id
   */
  openChat(person: {
    serviceUrl: string;
    teamsUserId: string;
  }): Promise<string>;
  /** A message in a private chat or a thread. @returns its id */
  reply(conversation: Conversation, message: Message): Promise<string>;
  update(
    conversation: Conversation,
    activityId: string,
    message: Message,
  ): Promise<void>;
  remove(conversation: Conversation, activityId: string): Promise<void>;
}

/**
 * - `busy`: too much at once; nothing happened
 * - `noToken`: Entra gave the bot no token, so that nothing was sent
 * - `unclear`: no answer, or one that leaves open whether it happened
 * - `refused`: Teams will not take this message, now or later
 */
export type MessengerFailureKind =
  | "messageDeleted"
  | "appRemoved"
  | "channelDeleted"
  | "channelArchived"
  | "botBlocked"
  | "busy"
  | "noToken"
  | "unclear"
  | "refused";

export class MessengerFailure extends Error {
  readonly kind: MessengerFailureKind;
  /** Teams' own word on when to come back, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(options: {
    kind: MessengerFailureKind;
    message: string;
    retryAfterMs?: number | null;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = "MessengerFailure";
    this.kind = options.kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
