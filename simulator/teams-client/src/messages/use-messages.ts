import { conversations } from "../api/conversations.ts";
import type { Message } from "../api/message-shapes.ts";
import { useLive, type Loaded } from "../api/use-live.ts";

/** The messages of a conversation as one person sees them, oldest first, kept fresh. */
export function useMessages(
  conversationId: string,
  personId: string,
): { loaded: Loaded<Message[]>; reload: () => void } {
  return useLive(
    `messages ${conversationId} ${personId}`,
    (signal) => conversations.messages({ conversationId, personId }, signal),
    ["teams"],
  );
}
