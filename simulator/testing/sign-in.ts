import {
  ConfidentialClientApplication,
  CryptoProvider,
  type AuthenticationResult,
} from "@azure/msal-node";
import type { Simulator } from "../start-simulator.ts";

export const usualScopes = ["User.Read", "Calendars.ReadWrite"];

export function msalClient(
  simulator: Simulator,
): ConfidentialClientApplication {
  const environment = simulator.environment();
  return new ConfidentialClientApplication({
    auth: {
      clientId: environment["AAD_APP_CLIENT_ID"]!,
      clientSecret: environment["AAD_APP_CLIENT_SECRET"]!,
      authority: `${simulator.tlsUrl}/${environment["AAD_APP_TENANT_ID"]}`,
      knownAuthorities: [new URL(simulator.tlsUrl).host],
    },
  });
}

export interface StartedSignIn {
  authorizeUrl: string;
  verifier: string;
  redirectUri: string;
}

export async function startSignIn(
  simulator: Simulator,
  options: {
    client?: ConfidentialClientApplication;
    scopes?: string[];
    publicUrl?: string;
    prompt?: string;
  } = {},
): Promise<StartedSignIn> {
  const { verifier, challenge } =
    await new CryptoProvider().generatePkceCodes();
  const redirectUri = `${options.publicUrl ?? "http://127.0.0.1:9"}/auth/callback`;
  const client = options.client ?? msalClient(simulator);
  const authorizeUrl = await client.getAuthCodeUrl({
    scopes: options.scopes ?? usualScopes,
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: "S256",
    state: "some-state",
    ...(options.prompt ? { prompt: options.prompt } : {}),
  });
  return { authorizeUrl, verifier, redirectUri };
}

/** Presses the buttons of the sign-in pages; gives the last reply, often a redirect to the app. */
export async function pressThrough(
  authorizeUrl: string,
  answers: {
    account: string;
    decision?: "accept" | "cancel";
    organization?: boolean;
  },
): Promise<Response> {
  const query = new URL(authorizeUrl).search.slice(1);
  const picked = await submit(authorizeUrl, "pick", {
    request: query,
    account: answers.account,
  });
  if (picked.status === 303 || answers.decision === undefined) return picked;
  return submit(authorizeUrl, "consent", {
    request: query,
    account: answers.account,
    decision: answers.decision,
    ...(answers.organization ? { organization: "yes" } : {}),
  });
}

/** Sends the form of the approval wall; gives the page that follows. */
export function pressRequestApproval(
  authorizeUrl: string,
  answers: { account: string; justification: string },
): Promise<Response> {
  return submit(authorizeUrl, "request-approval", {
    request: new URL(authorizeUrl).search.slice(1),
    ...answers,
  });
}

export function redirectedTo(response: Response): URL {
  const location = response.headers.get("location");
  if (!location) throw new Error(`No redirect but ${response.status}.`);
  return new URL(location);
}

/** A Graph token for somebody who consents to everything. */
export async function signInTo(
  simulator: Simulator,
  account: string,
  scopes = usualScopes,
  /** Where the product runs that the app is registered for, if one does. */
  publicUrl?: string,
): Promise<{ accessToken: string; client: ConfidentialClientApplication }> {
  const client = msalClient(simulator);
  const started = await startSignIn(simulator, {
    client,
    scopes,
    ...(publicUrl !== undefined && { publicUrl }),
  });
  const last = await pressThrough(started.authorizeUrl, {
    account,
    decision: "accept",
  });
  const result = await client.acquireTokenByCode({
    code: redirectedTo(last).searchParams.get("code") ?? "",
    scopes,
    redirectUri: started.redirectUri,
    codeVerifier: started.verifier,
  });
  return { accessToken: result.accessToken, client };
}

/** Refreshes the one account that the client knows. */
export async function refresh(
  client: ConfidentialClientApplication,
  scopes = usualScopes,
): Promise<AuthenticationResult> {
  const [account] = await client.getTokenCache().getAllAccounts();
  const result = await client.acquireTokenSilent({
    account: account!,
    scopes,
    forceRefresh: true,
  });
  return result;
}

function submit(
  authorizeUrl: string,
  page: string,
  fields: Record<string, string>,
): Promise<Response> {
  const action = new URL(authorizeUrl);
  action.pathname = action.pathname.replace(/authorize$/, page);
  action.search = "";
  return fetch(action, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
}
