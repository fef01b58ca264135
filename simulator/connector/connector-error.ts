/** A refusal in the words of the Bot Connector. */
export class ConnectorError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  body(): unknown {
    return { error: { code: this.code, message: this.message } };
  }
}

// The texts are those of the page "Messages in bot conversations", status codes from bot
// conversational APIs, unless something else is said.

export function badArgument(message: string): ConnectorError {
  return new ConnectorError(400, "BadArgument", message);
}

/** Second-hand: Teams' answer to a body or an activity that it cannot read. */
export function badSyntax(message: string): ConnectorError {
  return new ConnectorError(400, "BadSyntax", message);
}

/** The app is not installed where the bot wants to talk. */
export function notInRoster(): ConnectorError {
  return new ConnectorError(
    403,
    "BotNotInConversationRoster",
    "The bot is not part of the conversation roster.",
  );
}

export function botDisabled(): ConnectorError {
  return new ConnectorError(
    403,
    "BotDisabledByAdmin",
    "The tenant admin disabled this bot",
  );
}

export function blockedByUser(): ConnectorError {
  return new ConnectorError(
    403,
    "ConversationBlockedByUser",
    "User blocked the conversation with the bot.",
  );
}

/** The other refusal that is documented for a chat with somebody who does not have the app. */
export function notInstalledPersonally(): ConnectorError {
  return new ConnectorError(
    403,
    "ForbiddenOperationException",
    "Bot is not installed in user's personal scope",
  );
}

/** Teams: Send proactive messages: this one has another form than all others. */
class WritesBlockedError extends ConnectorError {
  constructor() {
    super(
      403,
      "MessageWritesBlocked",
      JSON.stringify({
        subCode: "MessageWritesBlocked",
        details: "Thread is blocked from message writes.",
        errorCode: null,
        errorSubCode: null,
      }),
    );
  }

  override body(): unknown {
    return { errorCode: 209, message: this.message };
  }
}

export function writesBlocked(): ConnectorError {
  return new WritesBlockedError();
}

export function conversationNotFound(): ConnectorError {
  return new ConnectorError(
    404,
    "ConversationNotFound",
    "Conversation not found.",
  );
}

/** The message never existed, or is deleted. */
export function activityNotFound(): ConnectorError {
  return new ConnectorError(
    404,
    "ActivityNotFoundInConversation",
    "Conversation not found.",
  );
}

export function messageTooBig(): ConnectorError {
  return new ConnectorError(
    413,
    "MessageSizeTooBig",
    "Message size too large.",
  );
}

export function throttled(retryAfterSeconds: number): ConnectorError {
  return new ConnectorError(429, "Throttled", "Too many requests.", {
    "Retry-After": String(retryAfterSeconds),
  });
}
