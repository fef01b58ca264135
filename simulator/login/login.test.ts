import { AuthError } from "@azure/msal-node";
import { createRemoteJWKSet, jwtVerify } from "jose";
import type { Simulator } from "../start-simulator.ts";
import {
  msalClient,
  pressThrough,
  redirectedTo,
  signInTo,
  startSignIn,
  usualScopes,
} from "../testing/sign-in.ts";
import {
  startTestSimulator,
  testClock,
} from "../testing/simulator-for-tests.ts";

const serviceAccount = "ergs@contoso.com";
const admin = "IsaiahL@contoso.com";

describe("signing in through msal-node", () => {
  let simulator: Simulator;
  const clock = testClock();

  beforeEach(async () => {
    simulator = await startTestSimulator({ clock });
  });
  afterEach(() => simulator.close());

  it("gives tokens for a code and its verifier, and new ones for the refresh token", async () => {
    const { client } = await signInTo(simulator, serviceAccount);
    const [account] = await client.getTokenCache().getAllAccounts();
    expect(account?.username).toBe(serviceAccount);
    const refreshed = await client.acquireTokenSilent({
      account: account!,
      scopes: usualScopes,
      forceRefresh: true,
    });
    expect(refreshed?.accessToken).toBeTruthy();
    expect(refreshed?.scopes).toEqual(expect.arrayContaining(usualScopes));
  });

  it("asks for consent once, and again when prompted for it", async () => {
    await signInTo(simulator, serviceAccount);
    const again = await startSignIn(simulator);
    const skipped = await pressThrough(again.authorizeUrl, {
      account: serviceAccount,
    });
    expect(redirectedTo(skipped).searchParams.get("code")).toBeTruthy();
    const prompted = await startSignIn(simulator, { prompt: "consent" });
    const page = await pressThrough(prompted.authorizeUrl, {
      account: serviceAccount,
    });
    expect(await page.text()).toContain("Have full access to your calendars");
  });

  it("tells the app when somebody cancels", async () => {
    const { authorizeUrl } = await startSignIn(simulator);
    const answer = redirectedTo(
      await pressThrough(authorizeUrl, {
        account: serviceAccount,
        decision: "cancel",
      }),
    );
    expect(Object.fromEntries(answer.searchParams)).toEqual({
      error: "access_denied",
      error_subcode: "cancel",
      state: "some-state",
    });
  });

  it("raises the approval wall for everybody but admins, whose consent opens it for all", async () => {
    simulator.changeSettings({ adminApprovalRequired: true });
    const { authorizeUrl } = await startSignIn(simulator);
    const wall = await pressThrough(authorizeUrl, {
      account: serviceAccount,
      decision: "accept",
    });
    expect(await wall.text()).toContain("Need admin approval");
    await pressThrough(authorizeUrl, {
      account: admin,
      decision: "accept",
      organization: true,
    });
    const open = await pressThrough(authorizeUrl, { account: serviceAccount });
    expect(redirectedTo(open).searchParams.get("code")).toBeTruthy();
  });

  it("takes a code once, within ten minutes, with its own verifier", async () => {
    const client = msalClient(simulator);
    const redeem = async (minutes: number, verifier?: string) => {
      const started = await startSignIn(simulator, { client });
      const last = await pressThrough(started.authorizeUrl, {
        account: serviceAccount,
        decision: "accept",
      });
      clock.forward({ minutes });
      const request = {
        code: redirectedTo(last).searchParams.get("code") ?? "",
        scopes: usualScopes,
        redirectUri: started.redirectUri,
        codeVerifier: verifier ?? started.verifier,
      };
      return () => client.acquireTokenByCode({ ...request });
    };
    await expect((await redeem(11))()).rejects.toThrow("AADSTS70008");
    await expect((await redeem(0, "x".repeat(50)))()).rejects.toThrow(
      "AADSTS501481",
    );
    const once = await redeem(9);
    await once();
    await expect(once()).rejects.toThrow("AADSTS54005");
  });

  it("refuses a revoked refresh token with Entra's error", async () => {
    const { client } = await signInTo(simulator, serviceAccount);
    const [account] = await client.getTokenCache().getAllAccounts();
    simulator.revokeSessions(serviceAccount);
    const refresh = client.acquireTokenSilent({
      account: account!,
      scopes: usualScopes,
      forceRefresh: true,
    });
    await expect(refresh).rejects.toThrow(AuthError);
    await expect(refresh).rejects.toMatchObject({ errorCode: "invalid_grant" });
  });

  it("gives app-only tokens for client credentials", async () => {
    const token = await msalClient(simulator).acquireTokenByClientCredential({
      scopes: ["https://graph.microsoft.com/.default"],
    });
    expect(token?.accessToken).toBeTruthy();
  });

  it("shows a page, and does not redirect, when the redirect address is foreign", async () => {
    const { authorizeUrl } = await startSignIn(simulator, {
      publicUrl: "http://localhost:1",
    });
    const page = await fetch(authorizeUrl, { redirect: "manual" });
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("AADSTS50011");
  });
});

describe("the SSO token of Teams", () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startTestSimulator();
  });
  afterAll(() => simulator.close());

  const verify = (token: string) => {
    const environment = simulator.environment();
    const tenantId = environment["AAD_APP_TENANT_ID"]!;
    const keys = new URL(`${simulator.tlsUrl}/${tenantId}/discovery/v2.0/keys`);
    return jwtVerify(token, createRemoteJWKSet(keys), {
      audience: environment["AAD_APP_CLIENT_ID"]!,
      issuer: `${simulator.tlsUrl}/${tenantId}/v2.0`,
    });
  };

  it("verifies against the key set and carries the app role of admins", async () => {
    const { payload } = await verify(await simulator.ssoToken(admin));
    expect(payload).toMatchObject({
      scp: "access_as_user",
      roles: ["Admin"],
      preferred_username: admin,
      ver: "2.0",
    });
  });

  it.each([
    ["signed by another key", { key: "foreign" as const }],
    ["for another audience", { claims: { aud: "somebody-else" } }],
    ["of another issuer", { claims: { iss: "https://sts.example" } }],
    ["that has expired", { issuedAt: new Date(Date.now() - 2 * 3600_000) }],
  ])("can be forged: one %s does not verify", async (_name, overrides) => {
    await expect(
      verify(await simulator.ssoToken(admin, overrides)),
    ).rejects.toThrow();
  });
});
