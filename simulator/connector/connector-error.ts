/** A refusal in the words of the Bot Connector. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Teams: Proactive messages, status codes: the app is not installed where the bot wants to talk. */
export function notInRoster(): ConnectorError {
  return new ConnectorError(
    403,
    "BotNotInConversationRoster",
    "The bot is not part of the conversation roster.",
  );
}

export function conversationNotFound(): ConnectorError {
  return new ConnectorError(
    404,
    "ConversationNotFound",
    "Conversation not found.",
  );
}
