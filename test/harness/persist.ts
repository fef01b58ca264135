import type { ApiAnswer } from "./api.ts";
import { waitFor } from "./wait-for.ts";

/** The product may have to start again before it can answer, on a machine with other work. */
const patienceMs = 45_000;

/** Sends again until there is an answer, as the tab does. */
export function persist<T>(
  send: () => Promise<ApiAnswer<T>>,
): Promise<ApiAnswer<T>> {
  return waitFor(
    "an answer",
    async () => {
      const answer = await send();
      return answer.status < 500 && answer;
    },
    patienceMs,
  );
}
