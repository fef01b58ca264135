import type { GivenAnswer } from "../../../../bot/contract/answer.ts";
import type { Api } from "../../api-client/api.ts";

/** What a request about an answer replies with: the whole event, or what lists show of it. */
export interface AnswerView<T> {
  name: "event" | "summary";
  read: (body: unknown) => T;
}

/** Gives the reader's own answer. */
export function giveAnswer<T>(
  api: Api,
  { id, answer }: { id: string; answer: GivenAnswer },
  view: AnswerView<T>,
): Promise<T> {
  return api.request({
    method: "PUT",
    path: pathOf(id, "", view),
    body: { answer },
    idempotencyKey: crypto.randomUUID(),
    read: view.read,
  });
}

/** Takes it back; the same however often it is said. */
export function undoAnswer<T>(
  api: Api,
  { id, answerId }: { id: string; answerId: string },
  view: AnswerView<T>,
): Promise<T> {
  return api.request({
    method: "POST",
    path: pathOf(id, "/undo", view),
    body: { answerId },
    idempotencyKey: crypto.randomUUID(),
    read: view.read,
  });
}

/** What counts now. */
export function readAnswer<T>(
  api: Api,
  { id }: { id: string },
  view: AnswerView<T>,
): Promise<T> {
  return api.request({ path: pathOf(id, "", view), read: view.read });
}

function pathOf(
  id: string,
  step: "" | "/undo",
  view: AnswerView<unknown>,
): string {
  return `/api/events/${id}/response${step}?view=${view.name}`;
}
