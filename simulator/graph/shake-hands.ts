import { randomUUID } from "node:crypto";
import { send } from "../notifications/send.ts";
import type { Simulation } from "../simulation.ts";
import { badRequest } from "./graph-error.ts";

const answerWithinMs = 10_000;

/**
 * Graph: Receive change notifications through webhooks, notificationUrl validation: the endpoint
 * answers 200 text/plain with the decoded token within ten seconds.
 */
export async function shakeHands(
  simulation: Simulation,
  url: string,
): Promise<void> {
  // Blanks and signs show whether the endpoint decodes the token.
  const token = `Validation: Testing client application reachability ${randomUUID()} +&%`;
  const target = new URL(url);
  target.searchParams.set("validationToken", token);
  const reply = await send(simulation, {
    service: "notification",
    url: target.href,
    timeoutMs: answerWithinMs,
  });
  const problem = problemOf(reply, token);
  if (problem === null) return;
  throw badRequest(
    "ValidationError",
    `Subscription validation request failed. ${problem}`,
  );
}

function problemOf(
  reply: { status: number; text: string; contentType: string },
  token: string,
): string | null {
  if (reply.status === 0)
    return `The endpoint could not be reached: ${reply.text}`;
  if (reply.status !== 200) {
    return `Response must be 200 OK, was ${reply.status}.`;
  }
  if (!reply.contentType.startsWith("text/plain")) {
    return `Response must be text/plain, was ${reply.contentType}.`;
  }
  return reply.text === token
    ? null
    : "Response must exactly match validationToken query parameter.";
}
