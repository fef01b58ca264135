import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Simulator } from "../start-simulator.ts";
import {
  adminConsentUrl,
  pressThroughAdminConsent,
} from "../testing/admin-consent.ts";
import { any } from "../testing/graph-client.ts";
import {
  msalClient,
  pressThrough,
  redirectedTo,
  startSignIn,
} from "../testing/sign-in.ts";
import { startTestSimulator } from "../testing/simulator-for-tests.ts";

const admin = "IsaiahL@contoso.com";
const employee = "MeganB@contoso.com";
const scope =
  "https://graph.microsoft.com/User.Read https://graph.microsoft.com/Calendars.ReadWrite offline_access";
const everything = "https://graph.microsoft.com/.default";
const attendance = [
  "OnlineMeetingArtifact.Read.All",
  "OnlineMeetings.Read.All",
];

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startTestSimulator();
});
afterEach(() => simulator.close());

const answersOf = (response: Response) =>
  Object.fromEntries(redirectedTo(response).searchParams);

describe("the admin consent link", () => {
  it("grants the scopes for everybody once an admin has accepted", async () => {
    simulator.changeSettings({ adminApprovalRequired: true });
    const url = adminConsentUrl(simulator, { scope });
    const page = await pressThroughAdminConsent(url, { account: admin });
    const text = await page.text();
    expect(text).toContain("for all users in your organization");
    expect(text).toContain("Have full access to your calendars");
    const accepted = await pressThroughAdminConsent(url, {
      account: admin,
      decision: "accept",
    });
    expect(answersOf(accepted)).toEqual({
      admin_consent: "True",
      tenant: simulator.world.tenant.id,
      scope,
      state: "some-state",
    });
    const { authorizeUrl } = await startSignIn(simulator);
    const open = await pressThrough(authorizeUrl, { account: employee });
    expect(redirectedTo(open).searchParams.get("code")).toBeTruthy();
  });

  it("stops everybody who is no admin, whatever they send", async () => {
    const url = adminConsentUrl(simulator, { scope });
    for (const decision of [undefined, "accept"] as const) {
      const refused = await pressThroughAdminConsent(url, {
        account: employee,
        ...(decision ? { decision } : {}),
      });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain("Need admin approval");
    }
    expect(simulator.grants()).toEqual([]);
  });

  it.each([
    [
      "consentRequired",
      {
        admin_consent: "True",
        error: "consent_required",
        error_description: expect.stringMatching(/^AADSTS65004: /) as unknown,
        state: "some-state",
      },
    ],
    [
      "accessDenied",
      {
        error: "access_denied",
        error_description: expect.stringMatching(/^AADSTS65004: /) as unknown,
        error_uri: any(String),
        tenant: any(String),
        state: "some-state",
      },
    ],
    [
      "permissionDenied",
      {
        error: "permission_denied",
        error_description: "The admin canceled the request",
      },
    ],
  ] as const)(
    "grants nothing when it is cancelled, and says so: %s",
    async (adminConsentCancelAnswer, answer) => {
      simulator.changeSettings({ adminConsentCancelAnswer });
      const cancelled = await pressThroughAdminConsent(
        adminConsentUrl(simulator, { scope }),
        { account: admin, decision: "cancel" },
      );
      expect(answersOf(cancelled)).toEqual(answer);
      expect(simulator.grants()).toEqual([]);
    },
  );

  it("tells on a page what is wrong with the link", async () => {
    const open = async (changes: Record<string, string>) => {
      const url = new URL(adminConsentUrl(simulator, { scope }));
      for (const [name, value] of Object.entries(changes)) {
        url.searchParams.set(name, value);
      }
      const response = await fetch(url, { redirect: "manual" });
      expect(response.status).toBe(400);
      return response.text();
    };
    const callback = "http://127.0.0.1:9/auth/admin-consent";
    expect(await open({ redirect_uri: `${callback}/` })).toContain(
      "AADSTS50011",
    );
    expect(await open({ redirect_uri: "" })).toContain("AADSTS900971");
    expect(await open({ client_id: "another" })).toContain("AADSTS700016");
    expect(await open({ scope: "" })).toContain("AADSTS900144");
    expect(await open({ scope: "Files.Read" })).toContain("AADSTS650053");
    expect(await open({ scope: `${everything} Mail.Send` })).toContain(
      "AADSTS70011",
    );
  });
});

describe("the .default scope", () => {
  const rolesOfApp = async () => {
    const token = await msalClient(simulator).acquireTokenByClientCredential({
      scopes: [everything],
    });
    const payload = token!.accessToken.split(".")[1]!;
    const claims = JSON.parse(
      Buffer.from(payload, "base64url").toString("utf8"),
    ) as { roles: string[] };
    return claims.roles;
  };
  const accept = () =>
    pressThroughAdminConsent(
      adminConsentUrl(simulator, { scope: everything }),
      {
        account: admin,
        decision: "accept",
      },
    );

  it("asks for what the registration lists: by default no application permission", async () => {
    const answer = answersOf(await accept());
    expect(answer["scope"]).toContain(everything);
    expect(simulator.grants()).toEqual([
      { person: null, scopes: ["User.Read"] },
    ]);
    expect(await rolesOfApp()).toEqual([]);
  });

  it("grants the listed application permissions, which the app's own token carries", async () => {
    simulator.requestApplicationPermissions(attendance);
    expect(await rolesOfApp()).toEqual([]);
    const url = adminConsentUrl(simulator, { scope: everything });
    const page = await pressThroughAdminConsent(url, { account: admin });
    expect(await page.text()).toContain("without a signed-in");
    await accept();
    expect(simulator.applicationPermissions()).toEqual(attendance);
    expect(await rolesOfApp()).toEqual(attendance);
  });

  it("is the only way to application permissions: a scope of that name is delegated", async () => {
    simulator.requestApplicationPermissions(attendance);
    await pressThroughAdminConsent(
      adminConsentUrl(simulator, {
        scope: "https://graph.microsoft.com/OnlineMeetingArtifact.Read.All",
      }),
      { account: admin, decision: "accept" },
    );
    expect(simulator.applicationPermissions()).toEqual([]);
    expect(simulator.grants()).toEqual([
      { person: null, scopes: ["OnlineMeetingArtifact.Read.All"] },
    ]);
  });
});

it("keeps what an admin has granted over a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  const first = await startTestSimulator({ folder });
  first.requestApplicationPermissions(attendance);
  first.grantApplicationPermissions(attendance);
  first.grantTo(employee, ["User.Read", "Mail.Send"]);
  await first.close();
  const second = await startTestSimulator({ folder });
  expect(second.applicationPermissions()).toEqual(attendance);
  expect(second.grants()).toEqual([
    { person: employee, scopes: ["User.Read", "Mail.Send"] },
  ]);
  await second.close();
  rmSync(folder, { recursive: true });
});
