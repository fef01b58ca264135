import type { MailPreview } from "../../bot/contract/mail-preview.ts";
import { lunch, people, type World } from "../../test/harness/world.ts";
import { mixedList } from "./known-people.ts";

/** One size of list, with the request that asks for its preview. */
export interface Asking {
  count: number;
  body: string;
}

export function askingFor(groupId: string, count: number): Asking {
  const audience = { group: true, addresses: mixedList(count) };
  return { count, body: JSON.stringify(lunch(groupId, { audience })) };
}

/** Asks for a preview over HTTP. @returns how long the answer took, in milliseconds */
export async function timePreview(
  world: World,
  { count, body }: Asking,
): Promise<number> {
  const token = await world.simulator.ssoToken(people.lead);
  const startedAt = performance.now();
  const response = await fetch(`${world.product().url}/api/events/preview`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
    },
    body,
  });
  const answer = (await response.json()) as MailPreview;
  const tookMs = performance.now() - startedAt;
  checkAnswer(response.status, answer, count);
  return tookMs;
}

/** A fast answer counts only if it is the right one. */
function checkAnswer(status: number, answer: MailPreview, count: number): void {
  const doubles = Math.floor(count / 50);
  if (
    status !== 200 ||
    answer.named?.doubles !== doubles ||
    answer.named.people !== count - doubles
  )
    throw new Error(`${count} addresses: ${status} ${JSON.stringify(answer)}`);
}
