import { send } from "../notifications/send.ts";
import type { TokenOverrides } from "../login/tokens.ts";
import type { Simulation } from "../simulation.ts";
import type { Activity } from "./activity.ts";
import { activityToken, bentActivityToken } from "./activity-token.ts";

export interface RawRequest {
  /** As the Authorization header's bearer token; null: no header; absent: a right one. */
  token?: string | null;
  /** Bends the right token. */
  claims?: TokenOverrides;
  /** Where at the product; the bot's messages if absent. */
  path?: string;
}

export interface RawReply {
  /** 0 when there was no reply. */
  status: number;
  /** Parsed when it is JSON, else text. */
  body: unknown;
  headers: Record<string, string>;
}

const replyTimeoutMs = 15_000;

/** One POST of whatever a test wants to send, without a retry. */
export async function sendRawActivity(
  simulation: Simulation,
  activity: Activity,
  request: RawRequest = {},
): Promise<RawReply> {
  const token = await tokenOf(simulation, request);
  const reply = await send(simulation, {
    service: "bot",
    url: `${simulation.publicUrl}${request.path ?? "/api/messages"}`,
    body: activity,
    headers: token === null ? {} : { Authorization: `Bearer ${token}` },
    timeoutMs: replyTimeoutMs,
  });
  return {
    status: reply.status,
    body: parse(reply.text),
    headers: Object.fromEntries(reply.headers),
  };
}

async function tokenOf(
  simulation: Simulation,
  { token, claims }: RawRequest,
): Promise<string | null> {
  if (token !== undefined) return token;
  return claims
    ? bentActivityToken(simulation, claims)
    : activityToken(simulation);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
