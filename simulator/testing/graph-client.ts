import { Client } from "@microsoft/microsoft-graph-client";
import type { Simulator } from "../start-simulator.ts";
import { msalClient, signInTo, usualScopes } from "./sign-in.ts";

export const serviceAccount = "ergs@contoso.com";
export const immutableIds = 'IdType="ImmutableId"';

/** Microsoft's client, signed in as the service account. Without retries: tests look at each reply. */
export async function graphClientFor(
  simulator: Simulator,
  options: { account?: string; scopes?: string[] } = {},
): Promise<Client> {
  const { account = serviceAccount, scopes = usualScopes } = options;
  const { accessToken } = await signInTo(simulator, account, scopes);
  return graphClientWith(simulator, accessToken);
}

/** Signed in as the app itself. */
export async function graphClientForApp(simulator: Simulator): Promise<Client> {
  const result = await msalClient(simulator).acquireTokenByClientCredential({
    scopes: ["https://graph.microsoft.com/.default"],
  });
  return graphClientWith(simulator, result!.accessToken);
}

export function graphClientWith(
  simulator: Simulator,
  accessToken: string,
): Client {
  return graphClientAt(simulator.environment()["GRAPH_BASE_URL"]!, accessToken);
}

/** @param baseUrl with the version, such as `https://localhost:8443/v1.0` */
export function graphClientAt(baseUrl: string, accessToken: string): Client {
  const base = new URL(baseUrl);
  return Client.init({
    baseUrl: base.origin,
    defaultVersion: base.pathname.slice(1),
    customHosts: new Set(["localhost"]),
    authProvider: (done) => done(null, accessToken),
  });
}

/** An event of the coming month for some people. */
export function newEvent(
  addresses: string[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    subject: "Lunch and learn",
    body: { contentType: "html", content: "<p>Bring your lunch.</p>" },
    start: { dateTime: "2031-12-01T12:00", timeZone: "Europe/London" },
    end: { dateTime: "2031-12-01T13:00", timeZone: "Europe/London" },
    attendees: addresses.map((address) => ({ emailAddress: { address } })),
    isOnlineMeeting: true,
    onlineMeetingProvider: "teamsForBusiness",
    ...more,
  };
}

/** `expect` matchers are untyped; this says so once. */
export function any(type: unknown): unknown {
  return expect.any(type);
}

/** The members of Graph's replies that the tests read. */
export interface GraphEvent {
  "@odata.etag": string;
  id: string;
  subject: string;
  body: { contentType: string; content: string };
  start: { dateTime: string; timeZone: string };
  isOnlineMeeting: boolean;
  onlineMeetingProvider: string;
  onlineMeeting: { joinUrl: string } | null;
  attendees: {
    status: { response: string; time: string };
    emailAddress: { name: string; address: string };
  }[];
  singleValueExtendedProperties?: { id: string; value: string }[];
}
