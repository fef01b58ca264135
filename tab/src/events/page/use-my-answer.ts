import { useState } from "react";
import type { GivenAnswer } from "../../../../bot/contract/answer.ts";
import type { EventDetail } from "../../../../bot/contract/events.ts";
import { useApi } from "../../api-client/api.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { myAnswerSentence } from "../answer-words.ts";
import { giveAnswer } from "../event-requests.ts";
import { withMyAnswer } from "./live-event.ts";

/**
 * The reader's own answer: shown as given at once, taken back with the reason when it could not be stored.
 * `event` is the event as it is to be shown meanwhile.
 */
export function useMyAnswer(
  stored: EventDetail,
  onStored: (event: EventDetail) => void,
): {
  event: EventDetail;
  failure: string | null;
  give: (answer: GivenAnswer) => void;
} {
  const api = useApi();
  const [pending, setPending] = useState<GivenAnswer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function give(answer: GivenAnswer): Promise<void> {
    if (pending !== null || answer === stored.myAnswer) return;
    setPending(answer);
    setFailure(null);
    try {
      onStored(await giveAnswer(api, { id: stored.id, answer }));
    } catch (error) {
      const kept =
        stored.myAnswer === null
          ? ""
          : ` What counts: ${myAnswerSentence(stored.myAnswer)}`;
      setFailure(
        `Your answer was not saved. ${asApiError(error).message}${kept}`,
      );
    }
    setPending(null);
  }

  return {
    event: pending === null ? stored : withMyAnswer(stored, pending),
    failure,
    give: (answer) => void give(answer),
  };
}
