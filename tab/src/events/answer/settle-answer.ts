import type { Answer } from "../../../../bot/contract/answer.ts";
import { asApiError } from "../../api-client/api-error.ts";
import { failureSentence, unclearSentence } from "./failure-words.ts";

/** How sending an answer, or taking one back, came out. */
export type Settled<T> =
  | { ok: true; value: T }
  /** `value`: what counts, where that could be read. */
  | { ok: false; sentence: string; value: T | null };

/**
 * Sends something about the reader's answer and tells truly what became of it: where the network lost the reply, nobody
 * knows whether it took effect, so the backend is asked what counts before anything is said.
 *
 * @param given.isDone whether what counts is what was wanted
 */
export async function settleAnswer<T>(given: {
  step: "give" | "undo";
  /** What counted before. */
  before: Answer | null;
  send: () => Promise<T>;
  look: () => Promise<T>;
  isDone: (value: T) => boolean;
  isOffline: () => boolean;
}): Promise<Settled<T>> {
  const { step, before } = given;
  // Nothing leaves a device without a network.
  const wasOffline = given.isOffline();
  try {
    return { ok: true, value: await given.send() };
  } catch (error) {
    const failure = asApiError(error);
    const isClear =
      wasOffline ||
      failure.code === "noToken" ||
      (failure.status >= 400 && failure.status < 500);
    const sentence = failureSentence({ step, before, failure, wasOffline });
    if (isClear) return { ok: false, sentence, value: null };
    try {
      const value = await given.look();
      if (given.isDone(value)) return { ok: true, value };
      return { ok: false, sentence, value };
    } catch {
      return { ok: false, sentence: unclearSentence(step), value: null };
    }
  }
}
