import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useReader } from "../../teams/reader.ts";
import { moveSentence } from "./move-words.ts";

/** That the event was moved, until people have answered again. */
export function MoveNotice({ move }: { move: EventDetail["move"] }) {
  const reader = useReader();
  if (move === null) return null;
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>{moveSentence(move, reader)}</MessageBarBody>
    </MessageBar>
  );
}
