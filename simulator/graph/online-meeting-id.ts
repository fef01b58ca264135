/** What an online meeting's id says. */
interface MeetingIdParts {
  organizerId: string;
  threadId: string;
  /** "0" but in a channel. */
  messageId: string;
}

/**
 * Graph: Get onlineMeeting, whose ids are base64 of `1*{organizer}*0**{thread}`; readers must not
 * rely on that. That the 0 is where a channel's message stands is inferred from links.
 */
export function onlineMeetingId(of: MeetingIdParts): string {
  const plain = `1*${of.organizerId}*${of.messageId}**${of.threadId}`;
  return Buffer.from(plain, "utf8").toString("base64");
}

/** Null for what never was an id. */
export function parseOnlineMeetingId(id: string): MeetingIdParts | null {
  const plain = Buffer.from(id, "base64").toString("utf8");
  const match = /^1\*([\da-f-]{36})\*(\d+)\*\*(19:.+)$/.exec(plain);
  return match
    ? { organizerId: match[1]!, messageId: match[2]!, threadId: match[3]! }
    : null;
}
