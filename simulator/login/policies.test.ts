import {
  InteractionRequiredAuthError,
  ServerError,
  type ConfidentialClientApplication,
} from "@azure/msal-node";
import type { Settings } from "../settings/settings.ts";
import type { Simulator } from "../start-simulator.ts";
import {
  adminConsentUrl,
  pressThroughAdminConsent,
} from "../testing/admin-consent.ts";
import {
  msalClient,
  pressThrough,
  redirectedTo,
  refresh,
  signInTo,
  startSignIn,
} from "../testing/sign-in.ts";
import {
  startTestSimulator,
  testClock,
} from "../testing/simulator-for-tests.ts";

const serviceAccount = "ergs@contoso.com";
const employee = "MeganB@contoso.com";
const graphDefault = ["https://graph.microsoft.com/.default"];
const clock = testClock();

let simulator: Simulator;
let client: ConfidentialClientApplication;

beforeEach(async () => {
  simulator = await startTestSimulator({ clock });
  ({ client } = await signInTo(simulator, serviceAccount));
});
afterEach(() => simulator.close());

/** The page or redirect that the account meets at the authorization endpoint. */
async function signInAgain(account = serviceAccount): Promise<Response> {
  const { authorizeUrl } = await startSignIn(simulator);
  return pressThrough(authorizeUrl, { account, decision: "accept" });
}

describe("a refresh that Conditional Access is against", () => {
  it.each([
    ["mfaRequired", 50076, "basic_action", true],
    ["blocked", 53003, "message_only", true],
    // MSAL does not know this suberror: it is a plain server error.
    ["signInFrequency", 70043, "token_expired", false],
  ] as const)(
    "is refused with its number and suberror: %s",
    async (conditionalAccess, errorNo, subError, isInteraction) => {
      simulator.changeSettings({ conditionalAccess });
      const refused = refresh(client);
      await expect(refused).rejects.toMatchObject({
        errorCode: "invalid_grant",
        errorNo,
        subError,
      });
      await expect(refused).rejects.toBeInstanceOf(
        isInteraction ? InteractionRequiredAuthError : ServerError,
      );
    },
  );

  it("names another error when the tenant is one that does", async () => {
    simulator.changeSettings({
      conditionalAccess: "blocked",
      conditionalAccessError: "interaction_required",
    });
    await expect(refresh(client)).rejects.toMatchObject({
      errorCode: "interaction_required",
      errorNo: 53003,
    });
  });

  it("concerns nobody but the service account", async () => {
    const other = await signInTo(simulator, employee);
    simulator.changeSettings({
      conditionalAccess: "blocked",
      serviceAccountEnabled: false,
    });
    await expect(refresh(other.client)).resolves.toBeTruthy();
  });

  it("works again once somebody has signed in with a second factor", async () => {
    simulator.changeSettings({ conditionalAccess: "mfaRequired" });
    await expect(refresh(client)).rejects.toThrow("AADSTS50076");
    const again = await signInTo(simulator, serviceAccount);
    const result = await refresh(again.client);
    expect(result.accessToken).toBeTruthy();
    // The second factor is carried on from token to token.
    await expect(refresh(again.client)).resolves.toBeTruthy();
  });

  it("comes when the sign-in is older than the policy allows, however often it was refreshed", async () => {
    simulator.changeSettings({
      conditionalAccess: "signInFrequency",
      signInFrequencySeconds: 3600,
    });
    clock.forward({ minutes: 50 });
    await refresh(client);
    clock.forward({ minutes: 20 });
    await expect(refresh(client)).rejects.toThrow("AADSTS70043");
  });

  it("shows a page to the person who is blocked, who gets no code", async () => {
    simulator.changeSettings({ conditionalAccess: "blocked" });
    const page = await signInAgain();
    expect(page.status).toBe(400);
    expect(await page.text()).toMatch(
      /You cannot access this right now[^]*AADSTS53003/,
    );
  });
});

describe("an account or an app that is switched off", () => {
  it("neither refreshes nor signs in: the account", async () => {
    simulator.changeSettings({ serviceAccountEnabled: false });
    await expect(refresh(client)).rejects.toMatchObject({
      errorCode: "invalid_grant",
      errorNo: 50057,
    });
    expect(await (await signInAgain()).text()).toContain("AADSTS50057");
    simulator.changeSettings({ serviceAccountEnabled: true });
    await expect(refresh(client)).resolves.toBeTruthy();
  });

  it("gives no token for a code from before", async () => {
    const started = await startSignIn(simulator, { client });
    const last = await pressThrough(started.authorizeUrl, {
      account: serviceAccount,
    });
    simulator.changeSettings({ serviceAccountEnabled: false });
    await expect(
      client.acquireTokenByCode({
        code: redirectedTo(last).searchParams.get("code")!,
        scopes: ["User.Read"],
        redirectUri: started.redirectUri,
        codeVerifier: started.verifier,
      }),
    ).rejects.toThrow("AADSTS50057");
  });

  it("grants nothing from a consent page that was open before", async () => {
    const { authorizeUrl } = await startSignIn(simulator, {
      scopes: ["Mail.Send"],
    });
    simulator.changeSettings({ conditionalAccess: "blocked" });
    await pressThrough(authorizeUrl, {
      account: serviceAccount,
      decision: "accept",
    });
    expect(simulator.grants()[0]?.scopes).not.toContain("Mail.Send");
  });

  it("is refused at every door: the app", async () => {
    simulator.changeSettings({ appEnabled: false });
    await expect(refresh(client)).rejects.toMatchObject({
      errorCode: "unauthorized_client",
      errorNo: 7000112,
    });
    const { authorizeUrl } = await startSignIn(simulator);
    const link = adminConsentUrl(simulator, { scope: "User.Read" });
    const pages = [
      await fetch(authorizeUrl),
      await pressThroughAdminConsent(link, { account: "IsaiahL@contoso.com" }),
    ];
    for (const page of pages) {
      expect(await page.text()).toContain("AADSTS7000112");
    }
  });
});

describe("the app's secret", () => {
  it.each([
    ["expired", 7000222],
    ["wrong", 7000215],
  ] as const)(
    "is refused for every kind of token when it is %s",
    async (clientSecret, errorNo) => {
      simulator.changeSettings({ clientSecret });
      const refusal = { errorCode: "invalid_client", errorNo };
      await expect(refresh(client)).rejects.toMatchObject(refusal);
      await expect(
        msalClient(simulator).acquireTokenByClientCredential({
          scopes: graphDefault,
        }),
      ).rejects.toMatchObject(refusal);
    },
  );
});

describe("refresh tokens", () => {
  it.each([
    ["revoked", 50173],
    ["expired", 700082],
  ] as const)(
    "are refused once they are %s, and those of a later sign-in are not",
    async (how, errorNo) => {
      if (how === "revoked") simulator.revokeSessions(serviceAccount);
      else simulator.expireRefreshTokens(serviceAccount);
      await expect(refresh(client)).rejects.toMatchObject({
        errorNo,
        subError: "bad_token",
      });
      const again = await signInTo(simulator, serviceAccount);
      await expect(refresh(again.client)).resolves.toBeTruthy();
    },
  );

  it("are refused without a suberror where that is seen", async () => {
    simulator.changeSettings({ voidTokenSuberror: "none" });
    simulator.revokeSessions(serviceAccount);
    await expect(refresh(client)).rejects.toBeInstanceOf(ServerError);
  });

  it("expire when nobody has used them for 90 days", async () => {
    clock.forward({ days: 91 });
    await expect(refresh(client)).rejects.toThrow("AADSTS700082");
  });

  it.each([
    ["kept", true],
    ["single", false],
  ] as const)(
    "that have been used work again only while rotation is “%s”",
    async (
      refreshTokenRotation: Settings["refreshTokenRotation"],
      worksAgain,
    ) => {
      simulator.changeSettings({ refreshTokenRotation });
      const before = client.getTokenCache().serialize();
      await refresh(client);
      // The new token is the one to use.
      await expect(refresh(client)).resolves.toBeTruthy();
      client.getTokenCache().deserialize(before);
      const older = msalClient(simulator);
      older.getTokenCache().deserialize(before);
      if (worksAgain) await expect(refresh(older)).resolves.toBeTruthy();
      else await expect(refresh(older)).rejects.toThrow("AADSTS70000");
    },
  );
});
