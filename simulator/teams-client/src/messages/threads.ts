import type { Message } from "../api/message-shapes.ts";

export type Thread = { first: Message; replies: Message[] };

/**
 * The messages of a channel as Teams shows them: threads in the order of their
 * first messages, each with its replies. Messages come oldest first. A reply to
 * something that is not there begins a thread of its own rather than vanish.
 */
export function threadsOf(messages: readonly Message[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const message of messages) {
    const thread =
      message.replyToId === null ? undefined : threads.get(message.replyToId);
    if (thread) thread.replies.push(message);
    else threads.set(message.id, { first: message, replies: [] });
  }
  return [...threads.values()];
}
