import { decodeJwt } from "jose";
import type { Simulator } from "../start-simulator.ts";
import { signInTo, msalClient, refresh } from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";
import { requestToken } from "../testing/token-request.ts";

const serviceAccount = "ergs@contoso.com";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

/** Seconds by which a time of Microsoft's is ahead of ours. */
const aheadBy = (timeMs: number) => Math.round((timeMs - Date.now()) / 1000);

const graph = (path: string, accessToken: string) =>
  fetch(`${simulator.environment()["GRAPH_BASE_URL"]}${path}`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });

describe.each([600, -600])("Microsoft's clock, %d seconds ahead", (skew) => {
  beforeEach(() => {
    simulator.changeSettings({ clockSkewSeconds: skew });
  });

  it("is in the Date header of Entra and Graph, in tokens and in errors", async () => {
    const { accessToken } = await signInTo(simulator, serviceAccount);
    const { iat, nbf, exp } = decodeJwt(accessToken);
    expect(Math.abs(aheadBy(iat! * 1000) - skew)).toBeLessThan(5);
    expect([nbf, exp! - iat!]).toEqual([iat, 3600]);
    const good = await graph("/me", accessToken);
    const bad = await graph("/me", "no-token");
    const entra = await requestToken(simulator, { grant_type: "nothing" });
    expect([good.status, bad.status, entra.status]).toEqual([200, 401, 400]);
    for (const { headers } of [good, bad, entra]) {
      const date = Date.parse(headers.get("date")!);
      expect(Math.abs(aheadBy(date) - skew)).toBeLessThan(5);
    }
    const timestamp = Date.parse(entra.body["timestamp"] as string);
    expect(Math.abs(aheadBy(timestamp) - skew)).toBeLessThan(5);
  });
});

describe("the lifetime of Graph's tokens", () => {
  it("is what the setting says, for people and for the app", async () => {
    simulator.changeSettings({ accessTokenSeconds: 7 });
    const { client, accessToken } = await signInTo(simulator, serviceAccount);
    const refreshed = await refresh(client);
    const ofApp = await msalClient(simulator).acquireTokenByClientCredential({
      scopes: ["https://graph.microsoft.com/.default"],
    });
    for (const token of [
      accessToken,
      refreshed.accessToken,
      ofApp!.accessToken,
    ]) {
      const { iat, exp } = decodeJwt(token);
      expect(exp! - iat!).toBe(7);
    }
    const inSeconds = (refreshed.expiresOn!.getTime() - Date.now()) / 1000;
    expect(inSeconds).toBeLessThan(10);
    const { body } = await requestToken(simulator, {
      grant_type: "client_credentials",
      scope: "https://graph.microsoft.com/.default",
    });
    expect(body["expires_in"]).toBe(7);
  });

  it("is what Graph goes by: a token that is over is refused", async () => {
    const { accessToken } = await signInTo(simulator, serviceAccount);
    simulator.changeSettings({ clockSkewSeconds: 3601 });
    const refused = await graph("/me", accessToken);
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain("the token is expired");
  });
});
