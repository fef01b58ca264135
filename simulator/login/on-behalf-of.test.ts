import { InteractionRequiredAuthError } from "@azure/msal-node";
import { decodeJwt } from "jose";
import type { Simulator } from "../start-simulator.ts";
import type { TokenOverrides } from "./tokens.ts";
import { msalClient, refresh } from "../testing/sign-in.ts";
import {
  startTestSimulator,
  testClock,
} from "../testing/simulator-for-tests.ts";
import { requestToken } from "../testing/token-request.ts";

const employee = "MeganB@contoso.com";
const serviceAccount = "ergs@contoso.com";
const clock = testClock();

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator({ clock });
});
afterEach(() => simulator.close());

/** A Graph token for whoever called the app, through Microsoft's client. */
async function actFor(
  person: string,
  options: { scopes?: string[]; token?: TokenOverrides } = {},
) {
  const client = msalClient(simulator);
  const result = await client.acquireTokenOnBehalfOf({
    oboAssertion: await simulator.ssoToken(person, options.token),
    scopes: options.scopes ?? ["User.Read"],
  });
  return { client, accessToken: result!.accessToken };
}

describe("a token on behalf of somebody", () => {
  it("carries what the person and the organization have granted", async () => {
    simulator.grantTo(employee, ["Calendars.ReadWrite"]);
    simulator.grantForOrganization(["User.Read"]);
    const { accessToken } = await actFor(employee);
    expect(decodeJwt(accessToken)).toMatchObject({
      aud: "https://graph.microsoft.com",
      upn: employee,
      scp: "Calendars.ReadWrite User.Read",
    });
    const me = await fetch(`${simulator.environment()["GRAPH_BASE_URL"]}/me`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    expect(await me.json()).toMatchObject({ userPrincipalName: employee });
  });

  it.each(["clientId", "applicationIdUri"] as const)(
    "is given for Teams' token with the audience %s, and can be refreshed",
    async (ssoAudience) => {
      simulator.changeSettings({ ssoAudience });
      simulator.grantTo(employee, ["User.Read", "offline_access"]);
      const { client } = await actFor(employee);
      const result = await refresh(client, ["User.Read"]);
      expect(result.accessToken).toBeTruthy();
    },
  );

  it("needs a grant: nobody is asked on the way", async () => {
    const refused = actFor(employee);
    await expect(refused).rejects.toBeInstanceOf(InteractionRequiredAuthError);
    await expect(refused).rejects.toMatchObject({
      errorCode: "invalid_grant",
      subError: "consent_required",
      errorNo: 65001,
    });
    simulator.grantTo(employee, ["User.Read"]);
    const scopes = ["User.Read", "Mail.Send"];
    await expect(actFor(employee, { scopes })).rejects.toThrow("AADSTS65001");
    await expect(actFor("AlexW@contoso.com")).rejects.toThrow("AADSTS65001");
  });

  it("has all that is granted when .default is asked for", async () => {
    const scopes = ["https://graph.microsoft.com/.default"];
    await expect(actFor(employee, { scopes })).rejects.toThrow("AADSTS65001");
    simulator.grantTo(employee, ["Mail.Send", "User.Read"]);
    const { accessToken } = await actFor(employee, { scopes });
    expect(decodeJwt(accessToken)).toMatchObject({
      scp: "Mail.Send User.Read",
    });
  });

  it("is subject to the policies for the account", async () => {
    simulator.grantTo(serviceAccount, ["User.Read"]);
    simulator.changeSettings({ conditionalAccess: "mfaRequired" });
    await expect(actFor(serviceAccount)).rejects.toMatchObject({
      errorNo: 50076,
      claims: expect.stringContaining("capolids") as unknown,
    });
    simulator.changeSettings({ serviceAccountEnabled: false });
    await expect(actFor(serviceAccount)).rejects.toThrow("AADSTS50057");
  });
});

describe("an assertion is refused", () => {
  it.each([
    ["signed by another key", { key: "foreign" as const }, "AADSTS50013"],
    [
      "that is for another audience",
      { claims: { aud: "https://graph.microsoft.com" } },
      "AADSTS500131",
    ],
    [
      "of another issuer",
      { claims: { iss: "https://sts.example" } },
      "AADSTS50013",
    ],
    [
      "that has expired",
      { issuedAt: new Date(clock.now().getTime() - 2 * 3600_000) },
      "AADSTS500133",
    ],
    [
      "from the future",
      { issuedAt: new Date(clock.now().getTime() + 3600_000) },
      "AADSTS500133",
    ],
    [
      "of another tenant",
      { claims: { tid: "00000000-0000-0000-0000-000000000000" } },
      "AADSTS50034",
    ],
  ])("%s", async (_name, token, number) => {
    simulator.grantTo(employee, ["User.Read"]);
    await expect(actFor(employee, { token })).rejects.toThrow(number);
  });

  it("that is no token at all, and a request that does not say what it is for", async () => {
    const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    const requested_token_use = "on_behalf_of";
    const scope = "https://graph.microsoft.com/User.Read";
    const codesOf = async (fields: Record<string, string>) =>
      (await requestToken(simulator, { grant_type, scope, ...fields })).body[
        "error_codes"
      ];
    const assertion = await simulator.ssoToken(employee);
    expect(await codesOf({ requested_token_use, assertion: "x" })).toEqual([
      50013,
    ]);
    expect(await codesOf({ assertion })).toEqual([900144]);
    expect(
      await codesOf({ assertion, requested_token_use, scope: "openid" }),
    ).toEqual([900144]);
    expect(
      await codesOf({ assertion, requested_token_use, scope: "Files.Read" }),
    ).toEqual([70011]);
  });
});
