import { z } from "zod";
import { EntraUnreachable, NoToken } from "../accounts/tokens/no-token.ts";
import {
  MessengerFailure,
  type MessengerFailureKind,
} from "../cards/messenger.ts";

/** What the connector library throws for an answer that is not a success. */
const restErrorSchema = z.object({
  statusCode: z.number(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>().nullish(),
      bodyAsText: z.string().nullish(),
    })
    .nullish(),
});

const bodySchema = z.object({
  error: z.object({ code: z.string() }).optional().catch(undefined),
  /** Some refusals hold a second document in here. */
  message: z.string().optional().catch(undefined),
});

const innerSchema = z.object({ subCode: z.string() });

const kindsByCode = new Map<string, MessengerFailureKind>([
  ["BotNotInConversationRoster", "appRemoved"],
  ["BotDisabledByAdmin", "botBlocked"],
  ["ConversationBlockedByUser", "botBlocked"],
  ["MessageWritesBlocked", "channelArchived"],
  ["ConversationNotFound", "channelDeleted"],
  ["ActivityNotFoundInConversation", "messageDeleted"],
  ["MessageSizeTooBig", "refused"],
]);

/** The status of an answer that is not a success; null when none came. */
export function connectorStatus(error: unknown): number | null {
  return restErrorSchema.safeParse(error).data?.statusCode ?? null;
}

/** Reads what went wrong with a call of the Bot Connector (Teams: "Send proactive messages", status codes). */
export function readConnectorFailure(error: unknown): MessengerFailure {
  if (error instanceof EntraUnreachable || error instanceof NoToken)
    return new MessengerFailure({
      kind: "noToken",
      message: "Entra gave the bot no token",
      cause: error,
    });
  const answer = restErrorSchema.safeParse(error);
  if (!answer.success)
    return new MessengerFailure({
      kind: "unclear",
      message: "Teams did not answer",
      cause: error,
    });
  const { statusCode: status, response } = answer.data;
  const code = readCode(response?.bodyAsText ?? "");
  return new MessengerFailure({
    kind: kindsByCode.get(code) ?? kindByStatus(status),
    message: `Teams answered ${status} ${code}`.trim(),
    retryAfterMs: readRetryAfter(response?.headers?.get("retry-after")),
    cause: error,
  });
}

function kindByStatus(status: number): MessengerFailureKind {
  if (status === 429) return "busy";
  if (status === 403) return "botBlocked";
  if (status === 404) return "messageDeleted";
  // Our own token was refused, or Teams was out of step: neither says anything about the message.
  if (status === 401 || status === 412 || status === 408 || status >= 500)
    return "unclear";
  return "refused";
}

/** Seconds, possibly with a fraction. */
function readRetryAfter(header: string | undefined): number | null {
  return header !== undefined && /^\d+(\.\d+)?$/.test(header)
    ? Math.ceil(Number(header) * 1000)
    : null;
}

/** Teams tells the reason as `error.code`, or as `subCode` in a document within `message`. */
function readCode(text: string): string {
  const body = bodySchema.safeParse(parseJson(text)).data;
  const inner = innerSchema.safeParse(parseJson(body?.message ?? "")).data;
  return body?.error?.code ?? inner?.subCode ?? "";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
