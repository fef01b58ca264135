import type {
  INetworkModule,
  NetworkRequestOptions,
  NetworkResponse,
} from "@azure/msal-node";

/** Longest wait for one answer of Entra, in milliseconds; MSAL's own client waits for tokens without an end. */
const answerTimeoutMs = 15_000;

/** How MSAL reaches Entra: with an end to every wait, because a renewal holds the account's tokens meanwhile. */
export const entraNetwork: INetworkModule = {
  sendGetRequestAsync: (url, options) => send("GET", url, options),
  sendPostRequestAsync: (url, options) => send("POST", url, options),
};

async function send<T>(
  method: "GET" | "POST",
  url: string,
  options: NetworkRequestOptions | undefined,
): Promise<NetworkResponse<T>> {
  const response = await fetch(url, {
    method,
    headers: options?.headers ?? {},
    ...(method === "POST" && { body: options?.body ?? "" }),
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  return {
    headers: Object.fromEntries(response.headers),
    // MSAL reads each answer in its own shape; one that is no JSON counts as none.
    body: (await response.json()) as T,
    status: response.status,
  };
}
