import { EntraUnreachable, NoToken } from "../accounts/tokens/no-token.ts";
import { MessengerFailure } from "../cards/messenger.ts";
import { readConnectorFailure } from "./connector-failure.ts";

const answer = (
  statusCode: number,
  body: unknown = "",
  headers: Record<string, string> = {},
) => ({
  statusCode,
  response: {
    bodyAsText: typeof body === "string" ? body : JSON.stringify(body),
    headers: { get: (name: string) => headers[name.toLowerCase()] },
  },
});
const refusal = (statusCode: number, code: string) =>
  answer(statusCode, { error: { code, message: "In Microsoft’s words." } });

describe("readConnectorFailure", () => {
  it.each([
    [403, "BotNotInConversationRoster", "appRemoved"],
    [403, "BotDisabledByAdmin", "botBlocked"],
    [403, "ConversationBlockedByUser", "botBlocked"],
    [403, "MessageWritesBlocked", "channelArchived"],
    [403, "ForbiddenOperationException", "botBlocked"],
    [404, "ConversationNotFound", "channelDeleted"],
    [404, "ActivityNotFoundInConversation", "messageDeleted"],
    [413, "MessageSizeTooBig", "refused"],
    [400, "BadArgument", "refused"],
    [400, "BadSyntax", "refused"],
    [401, "BotNotRegistered", "unclear"],
    [408, "Timeout", "unclear"],
    [412, "PreconditionFailed", "unclear"],
    [429, "Throttled", "busy"],
    [500, "ServiceError", "unclear"],
    [502, "ServiceError", "unclear"],
    [503, "ServiceUnavailable", "unclear"],
    [504, "GatewayTimeout", "unclear"],
  ])("reads %i %s as %s", (status, code, kind) => {
    const failure = readConnectorFailure(refusal(status, code));
    expect(failure).toBeInstanceOf(MessengerFailure);
    expect(failure).toMatchObject({
      kind,
      message: `Teams answered ${status} ${code}`,
      retryAfterMs: null,
    });
  });

  it("finds the reason in the document within the message", () => {
    const failure = readConnectorFailure(
      answer(403, {
        errorCode: 209,
        message: JSON.stringify({
          subCode: "MessageWritesBlocked",
          details: "Thread is blocked from message writes.",
          errorCode: null,
          errorSubCode: null,
        }),
      }),
    );
    expect(failure.kind).toBe("channelArchived");
  });

  it.each([
    ["no body", answer(404), "messageDeleted"],
    ["a page", answer(502, "<html>Bad gateway</html>"), "unclear"],
    ["a list", answer(403, [1, 2]), "botBlocked"],
    ["a word", answer(403, '"no"'), "botBlocked"],
    ["a code that is a number", answer(400, { error: { code: 7 } }), "refused"],
    [
      "a message that is no document",
      answer(403, { errorCode: 1, message: "no" }),
      "botBlocked",
    ],
    ["no response at all", { statusCode: 503 }, "unclear"],
    ["a broken line", new Error("socket hang up"), "unclear"],
    ["a lapsed time", { name: "AbortError" }, "unclear"],
    ["nothing", undefined, "unclear"],
    ["no token, for Entra is silent", new EntraUnreachable(null), "noToken"],
    ["no token, for Entra refuses", new NoToken("appSecretExpired"), "noToken"],
  ])("makes the best of %s", (_what, error, kind) => {
    expect(readConnectorFailure(error).kind).toBe(kind);
  });

  it.each([
    ["2", 2000],
    ["0", 0],
    ["0.25", 250],
    ["1.0004", 1001],
    ["-1", null],
    ["", null],
    ["soon", null],
    ["Wed, 21 Oct 2026 07:28:00 GMT", null],
  ])("reads Retry-After %j as %j ms", (header, retryAfterMs) => {
    expect(
      readConnectorFailure(answer(429, "", { "retry-after": header })),
    ).toMatchObject({ kind: "busy", retryAfterMs });
  });
});
