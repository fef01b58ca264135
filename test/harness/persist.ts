import type { ApiAnswer } from "./api.ts";
import { waitFor } from "./wait-for.ts";

/** Sends again until there is an answer, as the tab does. */
export function persist<T>(
  send: () => Promise<ApiAnswer<T>>,
): Promise<ApiAnswer<T>> {
  return waitFor("an answer", async () => {
    const answer = await send();
    return answer.status < 500 && answer;
  });
}
