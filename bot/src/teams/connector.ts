import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
} from "botframework-connector";
import { readConnectorFailure } from "./connector-failure.ts";

/** Longest wait for one answer of Teams, in milliseconds. */
const answerTimeoutMs = 20_000;

/** Calls Teams at the address that came with an activity. @throws {MessengerFailure} */
export type CallConnector = <T>(
  serviceUrl: string,
  send: (client: ConnectorClient, options: { timeout: number }) => Promise<T>,
) => Promise<T>;

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
}): CallConnector {
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

  return async (serviceUrl, send) => {
    const client = clients.get(serviceUrl) ?? open(serviceUrl);
    clients.set(serviceUrl, client);
    try {
      // What could not be opened is opened anew.
      client.catch(() => clients.delete(serviceUrl));
      return await send(await client, { timeout: answerTimeoutMs });
    } catch (error) {
      throw readConnectorFailure(error);
    }
  };
}
