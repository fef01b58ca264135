import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import type { EventDetail } from "../../../../bot/contract/events.ts";

/** Where somebody answers who is not invited by name, but may be by a mailing list: who is on it is not known. */
export function ListMemberHint({ event }: { event: EventDetail }) {
  const [openedAt] = useState(() => new Date());
  const { tally, myAnswer, permissions, status } = event;
  const isOver =
    status === "cancelled" ||
    status === "cancelling" ||
    new Date(event.endsAt) <= openedAt;
  if (!tally.lists || myAnswer !== null || permissions.answer || isOver) {
    return null;
  }
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        You are not invited by name. If you got the invitation by a mailing
        list, answer it in Outlook.
      </MessageBarBody>
    </MessageBar>
  );
}
