import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
} from "botframework-connector";
import { randomUUID } from "node:crypto";
import { correlationId } from "../correlation.ts";
import type { NoteCall } from "../metrics/note-call.ts";
import { connectorStatus, readConnectorFailure } from "./connector-failure.ts";

/** Longest wait for one answer of Teams, in milliseconds. */
const longestTimeoutMs = 20_000;

/** What every call is sent with: its time limit, and the id by which Microsoft's support finds it. */
interface SendOptions {
  timeout: number;
  customHeaders: Record<string, string>;
}

/**
 * Calls Teams at the address that came with an activity.
 * @param operation what is done, in a word for log and metrics
 * @throws {MessengerFailure}
 */
export type CallConnector = <T>(
  operation: ConnectorOperation,
  serviceUrl: string,
  send: (client: ConnectorClient, options: SendOptions) => Promise<T>,
) => Promise<T>;

type ConnectorOperation =
  "post" | "openChat" | "reply" | "update" | "remove" | "readMember";

/** The library hides the pipeline and has no setting for it; a test holds that a post is sent once. */
function withoutRetries(client: ConnectorClient): void {
  const { pipeline } = (
    client as unknown as {
      client: {
        pipeline: { removePolicy(which: { phase: string }): unknown[] };
      };
    }
  ).client;
  pipeline.removePolicy({ phase: "Retry" });
}

/**
 * Opens the connector library's clients, one for each address of Teams. Their own retries are taken out:
 * they would repeat a post whose answer was lost without anybody knowing.
 *
 * @param oauthScope what the bot's tokens are for
 */
export function openConnector(deps: {
  authentication: ConfigurationBotFrameworkAuthentication;
  botId: string;
  oauthScope: string;
  noteCall: NoteCall;
  /** Twenty seconds count at most. */
  answerTimeoutMs: number;
}): CallConnector {
  const timeout = Math.min(longestTimeoutMs, deps.answerTimeoutMs);
  const clients = new Map<string, Promise<ConnectorClient>>();
  const identity = new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: deps.botId },
    { type: AuthenticationConstants.AppIdClaim, value: deps.botId },
  ]);

  async function open(serviceUrl: string): Promise<ConnectorClient> {
    const client = await deps.authentication
      .createConnectorFactory(identity)
      .create(serviceUrl, deps.oauthScope);
    withoutRetries(client);
    return client;
  }

  return async (operation, serviceUrl, send) => {
    const client = clients.get(serviceUrl) ?? open(serviceUrl);
    clients.set(serviceUrl, client);
    const startedAt = performance.now();
    const note = (status: number | null) =>
      deps.noteCall({
        service: "connector",
        operation,
        status,
        durationMs: performance.now() - startedAt,
      });
    try {
      // What could not be opened is opened anew.
      client.catch(() => clients.delete(serviceUrl));
      const answer = await send(await client, {
        timeout,
        customHeaders: {
          "x-ms-client-request-id": correlationId() ?? randomUUID(),
        },
      });
      note(200);
      return answer;
    } catch (error) {
      note(connectorStatus(error));
      throw readConnectorFailure(error);
    }
  };
}
