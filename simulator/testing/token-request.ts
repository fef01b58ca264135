import type { Simulator } from "../start-simulator.ts";

export interface TokenReply {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** One request to the token endpoint as the app, with its secret unless something else is said. */
export async function requestToken(
  simulator: Simulator,
  fields: Record<string, string>,
): Promise<TokenReply> {
  const environment = simulator.environment();
  const isAsserting = "client_assertion" in fields;
  const response = await fetch(
    `${simulator.tlsUrl}/${environment["AAD_APP_TENANT_ID"]}/oauth2/v2.0/token`,
    {
      method: "POST",
      body: new URLSearchParams({
        client_id: environment["AAD_APP_CLIENT_ID"]!,
        ...(isAsserting
          ? {}
          : { client_secret: environment["AAD_APP_CLIENT_SECRET"]! }),
        ...fields,
      }),
    },
  );
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}
