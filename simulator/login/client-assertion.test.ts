import { SignJWT, importPKCS8, type JWTHeaderParameters } from "jose";
import { randomUUID } from "node:crypto";
import type { Simulator } from "../start-simulator.ts";
import {
  makeAppCertificate,
  msalClientWith,
  type AppCertificate,
} from "../testing/app-certificate.ts";
import {
  pressThrough,
  redirectedTo,
  refresh,
  startSignIn,
  usualScopes,
} from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";
import { requestToken } from "../testing/token-request.ts";

const serviceAccount = "ergs@contoso.com";
const graphDefault = "https://graph.microsoft.com/.default";

let certificate: AppCertificate;
let simulator: Simulator;

beforeAll(async () => {
  certificate = await makeAppCertificate();
});
beforeEach(async () => {
  simulator = await startTestSimulator();
  simulator.registerCertificate(certificate.pem);
});
afterEach(() => simulator.close());

describe("a certificate in place of the secret", () => {
  it("serves for signing in, refreshing and the app's own token", async () => {
    // The secret is not in play.
    simulator.changeSettings({ clientSecret: "expired" });
    const { privateKey, thumbprintSha256 } = certificate;
    const client = msalClientWith(simulator, { privateKey, thumbprintSha256 });
    const started = await startSignIn(simulator, { client });
    const last = await pressThrough(started.authorizeUrl, {
      account: serviceAccount,
      decision: "accept",
    });
    await client.acquireTokenByCode({
      code: redirectedTo(last).searchParams.get("code")!,
      scopes: usualScopes,
      redirectUri: started.redirectUri,
      codeVerifier: started.verifier,
    });
    await expect(refresh(client)).resolves.toBeTruthy();
    const ofApp = await client.acquireTokenByClientCredential({
      scopes: [graphDefault],
    });
    expect(ofApp?.accessToken).toBeTruthy();
  });

  it("serves for tokens on behalf of somebody", async () => {
    simulator.grantTo(serviceAccount, ["User.Read"]);
    const { privateKey, thumbprintSha256 } = certificate;
    const client = msalClientWith(simulator, { privateKey, thumbprintSha256 });
    const result = await client.acquireTokenOnBehalfOf({
      oboAssertion: await simulator.ssoToken(serviceAccount),
      scopes: ["User.Read"],
    });
    expect(result?.accessToken).toBeTruthy();
  });

  it("is refused while it is not registered", async () => {
    const { privateKey, thumbprintSha256 } = await makeAppCertificate();
    const client = msalClientWith(simulator, { privateKey, thumbprintSha256 });
    await expect(
      client.acquireTokenByClientCredential({ scopes: [graphDefault] }),
    ).rejects.toMatchObject({ errorCode: "invalid_client", errorNo: 700027 });
  });

  it("is refused once it has expired", async () => {
    simulator.changeSettings({ clockSkewSeconds: 31 * 24 * 3600 });
    const refused = await present(await assert());
    expect(refused).toEqual([401, [700027]]);
  });
});

const now = () => Math.floor(Date.now() / 1000);

/** An assertion as the app makes it, with what a test changes about it. */
async function assert(
  changes: {
    alg?: "PS256" | "RS256";
    header?: Partial<JWTHeaderParameters> & Record<string, unknown>;
    claims?: Record<string, unknown>;
    signedBy?: AppCertificate;
  } = {},
): Promise<string> {
  const { alg = "PS256", signedBy = certificate } = changes;
  const clientId = simulator.environment()["AAD_APP_CLIENT_ID"]!;
  const tenantId = simulator.world.tenant.id;
  const key = await importPKCS8(signedBy.privateKey, alg);
  const claims = {
    aud: `${simulator.tlsUrl}/${tenantId}/oauth2/v2.0/token`,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: now(),
    exp: now() + 300,
    ...changes.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({
      alg,
      typ: "JWT",
      ...(changes.header ?? {
        "x5t#S256": base64(certificate.thumbprintSha256),
      }),
    })
    .sign(key);
}

const base64 = (hex: string) => Buffer.from(hex, "hex").toString("base64url");

/** The status and the AADSTS numbers that an assertion gets. */
async function present(
  assertion: string,
  type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
): Promise<[number, unknown]> {
  const { status, body } = await requestToken(simulator, {
    grant_type: "client_credentials",
    scope: graphDefault,
    client_assertion: assertion,
    client_assertion_type: type,
  });
  return [status, body["error_codes"]];
}

describe("a client assertion", () => {
  it("is taken with either algorithm and either thumbprint", async () => {
    const byOldThumbprint = { x5t: base64(certificate.thumbprint) };
    expect(await present(await assert())).toEqual([200, undefined]);
    expect(
      await present(await assert({ alg: "RS256", header: byOldThumbprint })),
    ).toEqual([200, undefined]);
  });

  it("is refused when another key has signed it", async () => {
    const signedBy = await makeAppCertificate();
    expect(await present(await assert({ signedBy }))).toEqual([401, [700027]]);
  });

  it.each([
    ["for another audience", { aud: "https://login.example" }, 700023],
    ["from somebody else", { iss: "somebody" }, 700021],
    ["about somebody else", { sub: "somebody" }, 700021],
    ["that is over", { exp: now() - 301 }, 700024],
    ["that has not begun", { nbf: now() + 330, exp: now() + 600 }, 700024],
    ["that is good for too long", { exp: now() + 3600 }, 700024],
    ["without an id", { jti: undefined }, 50027],
  ])("is refused: one %s", async (_name, claims, number) => {
    expect(await present(await assert({ claims }))).toEqual([401, [number]]);
  });

  it("is refused without a thumbprint, as nonsense, and under another type", async () => {
    expect(await present(await assert({ header: {} }))).toEqual([401, [50027]]);
    expect(await present("nonsense")).toEqual([401, [50027]]);
    expect(await present(await assert(), "jwt")).toEqual([401, [7000218]]);
  });

  it("fails when the clocks differ by more than five minutes", async () => {
    simulator.changeSettings({ clockSkewSeconds: -400 });
    expect(await present(await assert())).toEqual([401, [700024]]);
    simulator.changeSettings({ clockSkewSeconds: -200 });
    expect(await present(await assert())).toEqual([200, undefined]);
  });
});
