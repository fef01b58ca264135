import { useEffect, useRef, type RefObject } from "react";
import { conversations } from "../api/conversations.ts";
import type { Message } from "../api/message-shapes.ts";
import { refreshActionOf } from "../cards/refresh-action.ts";
import type { ConversationPlace } from "./conversation-place.ts";

/**
 * Teams: Up to date cards. When a card that is meant to be refreshed comes into
 * view, the client invokes its refresh action by itself, once for each state of
 * the message, and says nothing when that fails.
 */
export function useAutomaticRefresh(
  place: ConversationPlace,
  message: Message,
  element: RefObject<HTMLElement | null>,
): void {
  const done = useRef("");
  const current = useRef({ place, message });
  useEffect(() => {
    current.current = { place, message };
  });
  const wanted = message.needsRefresh
    ? `${place.person.id} ${message.updatedAt ?? message.postedAt}`
    : "";

  useEffect(() => {
    if (wanted === "" || !element.current) return;
    const refresh = () => {
      if (done.current === wanted) return;
      done.current = wanted;
      void refreshOnce(current.current);
    };
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) refresh();
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [wanted, element]);
}

async function refreshOnce(of: {
  place: ConversationPlace;
  message: Message;
}): Promise<void> {
  const { place, message } = of;
  const action = message.cards[0] && refreshActionOf(message.cards[0]);
  if (!action) return;
  const at = {
    conversationId: place.id,
    personId: place.person.id,
    messageId: message.id,
  };
  // The card that everybody sees stays when there is no better one.
  const answer = await conversations
    .invoke(at, { trigger: "automatic", action })
    .catch(() => undefined);
  if (answer?.kind === "card") place.reload();
}
