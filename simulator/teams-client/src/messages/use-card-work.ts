import { useState } from "react";
import { sentenceOf } from "../api/call.ts";
import { conversations } from "../api/conversations.ts";
import type { Card, InvokeAnswer, Message } from "../api/message-shapes.ts";
import type { CardAction } from "../cards/card-action.ts";
import type { ConversationPlace } from "./conversation-place.ts";

type Outcome =
  | { kind: "none" }
  | { kind: "busy" }
  | { kind: "told"; text: string }
  | { kind: "failed"; text: string }
  /** Until the message itself is changed, and no longer. */
  | { kind: "card"; card: Card; version: string };

/** Which state of a message an answer belongs to. */
function versionOf({ postedAt, updatedAt }: Message): string {
  return updatedAt ?? postedAt;
}

/** What somebody does with a card of a message, and what comes of it. */
export function useCardWork(place: ConversationPlace, message: Message) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const at = {
    conversationId: place.id,
    personId: place.person.id,
    messageId: message.id,
  };

  const settle = (answer: InvokeAnswer) => {
    if (answer.kind === "card")
      setOutcome({
        kind: "card",
        card: answer.card,
        version: versionOf(message),
      });
    if (answer.kind === "message")
      setOutcome({ kind: "told", text: answer.text });
    if (answer.kind === "error")
      setOutcome({ kind: "failed", text: answer.text });
    place.reload();
  };
  const run = (work: Promise<InvokeAnswer | undefined>) => {
    setOutcome({ kind: "busy" });
    work.then(
      (answer) => {
        if (answer) settle(answer);
        else setOutcome({ kind: "none" });
      },
      (error: unknown) =>
        setOutcome({ kind: "failed", text: sentenceOf(error) }),
    );
  };

  const onAction = (action: CardAction) => {
    if (action.kind === "execute")
      run(
        conversations.invoke(at, { trigger: "manual", action: action.action }),
      );
    if (action.kind === "submit")
      run(conversations.submit(at, action.data).then(() => undefined));
    if (action.kind === "openUrl" && !place.openLink(action.url))
      setOutcome({ kind: "failed", text: "Teams does not open this link." });
  };

  const isAnswered =
    outcome.kind === "card" && outcome.version === versionOf(message);
  return {
    onAction,
    isBusy: outcome.kind === "busy",
    answeredCard: isAnswered ? outcome.card : undefined,
    told: outcome.kind === "told" ? outcome.text : undefined,
    failed: outcome.kind === "failed" ? outcome.text : undefined,
  };
}
