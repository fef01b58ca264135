import { useState } from "react";
import { sentenceOf } from "./call.ts";

/** One piece of work at a time: whether it is under way, and why it was refused. */
export function useWork() {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState("");
  const run = (work: Promise<unknown>): Promise<boolean> => {
    setIsBusy(true);
    setError("");
    return work
      .then(
        () => true,
        (failure: unknown) => {
          setError(sentenceOf(failure));
          return false;
        },
      )
      .finally(() => setIsBusy(false));
  };
  return { isBusy, error, run };
}
